namespace FeedApi.Model.Dates;

/// <summary>What a date means where its text leaves a choice.</summary>
/// <param name="Zone">The zone of dates without an offset.</param>
/// <param name="TakesLater">True: a time that happens twice, when clocks are put back, means the second, as in Ruby.</param>
internal readonly record struct DateRules(TimeZoneInfo Zone, bool TakesLater);
