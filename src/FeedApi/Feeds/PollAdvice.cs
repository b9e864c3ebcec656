using FeedApi.Model;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds;

/// <summary>
/// The recommended polling interval of a feed: the same in <c>ttl</c>, <c>sy:updatePeriod</c> and <c>Cache-Control</c>.
/// </summary>
/// <remarks>It depends on the articles only, never on the clock, so every process gives the same advice.</remarks>
internal static class PollAdvice
{
    private const int UnknownGapMinutes = 60;

    // Divisors of an hour or a day, as sy:updateFrequency can express nothing else.
    private static readonly int[] Steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1_440];

    /// <summary>
    /// Minutes between two polls: the median gap between the newest articles, rounded down, within the site's limits.
    /// </summary>
    /// <param name="articles">The newest articles.</param>
    /// <param name="limits">The limits.</param>
    public static int MinutesFor(IReadOnlyList<Article> articles, FeedLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var bounded = Math.Clamp(MedianGapMinutes(articles) ?? UnknownGapMinutes, limits.PollMinMinutes, limits.PollMaxMinutes);
        return Steps.Last(step => step <= bounded);
    }

    /// <summary>The same for RSS's syndication module: the number of times per hour or per day.</summary>
    public static (string Period, int Frequency) Syndication(int minutes) =>
        minutes <= 60 ? ("hourly", 60 / minutes) : ("daily", 1_440 / minutes);

    private static double? MedianGapMinutes(IReadOnlyList<Article> articles)
    {
        var instants = articles.Select(article => article.Published).OrderDescending().ToList();
        if (instants.Count < 2) return null;
        var gaps = instants.Zip(instants.Skip(1), (later, earlier) => (later - earlier).TotalMinutes).Order().ToList();
        return gaps[gaps.Count / 2];
    }
}
