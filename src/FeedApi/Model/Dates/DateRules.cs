namespace FeedApi.Model.Dates;

/// <summary>How ambiguous dates are interpreted.</summary>
/// <param name="Zone">The zone of dates without an offset.</param>
/// <param name="TakesLater">True: a local time that occurs twice, when clocks are set back, is the second one, as in Ruby.</param>
/// <param name="HasLocalZoneNames">
/// True: the name of a zone behind a day with the name of its month means the site's zone, as in Hugo.
/// </param>
internal readonly record struct DateRules(TimeZoneInfo Zone, bool TakesLater, bool HasLocalZoneNames = false);
