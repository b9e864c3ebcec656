using System.Globalization;
using FeedApi.Site.Addresses;
using Microsoft.Extensions.Primitives;

namespace FeedApi.Feeds.Aliases;

/// <summary>The feeds of a year, a month or a day, as WordPress has them: <c>/2026/11/feed/</c>.</summary>
internal static class FeedAliasDays
{
    /// <summary>
    /// The request's query with <c>from</c> and <c>to</c> replaced by the dates of the path; null when there are no such dates.
    /// </summary>
    internal static IQueryCollection? QueryOf(HttpRequest request)
    {
        var values = request.RouteValues;
        if (DaysOf(
            Number(values, FeedAliasAddress.YearParameter),
            Number(values, FeedAliasAddress.MonthParameter),
            Number(values, FeedAliasAddress.DayParameter)) is not { } days)
        {
            return null;
        }

        var parameters = request.Query.ToDictionary(StringComparer.OrdinalIgnoreCase);
        parameters["from"] = TextOf(days.First);
        parameters["to"] = TextOf(days.Last);
        return new QueryCollection(parameters);
    }

    private static (DateOnly First, DateOnly Last)? DaysOf(int? year, int? month, int? day) => (year, month, day) switch
    {
        (not (>= 1 and < 9999), _, _) or (_, not (null or >= 1 and <= 12), _) => null,
        ({ } y, null, _) => (new DateOnly(y, 1, 1), new DateOnly(y, 12, 31)),
        ({ } y, { } m, null) => (new DateOnly(y, m, 1), new DateOnly(y, m, DateTime.DaysInMonth(y, m))),
        ({ } y, { } m, { } d) when d >= 1 && d <= DateTime.DaysInMonth(y, m) => (new DateOnly(y, m, d), new DateOnly(y, m, d)),
        _ => null,
    };

    private static int? Number(RouteValueDictionary values, string name) =>
        int.TryParse(values[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static StringValues TextOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
