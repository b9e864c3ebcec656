namespace FeedApi.Model.Dates;

/// <summary>How ambiguous dates are interpreted.</summary>
/// <param name="Zone">The zone of dates without an offset.</param>
/// <param name="TakesLater">True: a local time that occurs twice, when clocks are set back, is the second one, as in Ruby.</param>
internal readonly record struct DateRules(TimeZoneInfo Zone, bool TakesLater);
