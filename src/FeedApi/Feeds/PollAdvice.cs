using FeedApi.Model;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds;

/// <summary>
/// How often a feed is worth polling, by its own rhythm: the same in <c>ttl</c>, <c>sy:updatePeriod</c> and <c>Cache-Control</c>.
/// </summary>
/// <remarks>Content decides, never the clock: the same articles give the same advice in every process.</remarks>
internal static class PollAdvice
{
    private const int UnknownRhythmMinutes = 60;

    // Those that an hour or a day holds a whole number of times, which is all that sy:updateFrequency can say.
    private static readonly int[] Steps = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1_440];

    /// <summary>
    /// Minutes between two polls: the defaultValue gap between the newest articles, rounded down, within the site's bounds.
    /// </summary>
    /// <param name="articles">The newest articles.</param>
    /// <param name="limits">The bounds.</param>
    public static int MinutesFor(IReadOnlyList<Article> articles, FeedLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var bounded = Math.Clamp(UsualGapMinutes(articles) ?? UnknownRhythmMinutes, limits.PollMinMinutes, limits.PollMaxMinutes);
        return Steps.Last(step => step <= bounded);
    }

    /// <summary>The same for RSS's syndication module: so many times an hour, or a day.</summary>
    public static (string Period, int Frequency) Syndication(int minutes) =>
        minutes <= 60 ? ("hourly", 60 / minutes) : ("daily", 1_440 / minutes);

    private static double? UsualGapMinutes(IReadOnlyList<Article> articles)
    {
        var instants = articles.Select(article => article.Published).OrderDescending().ToList();
        if (instants.Count < 2) return null;
        var gaps = instants.Zip(instants.Skip(1), (later, earlier) => (later - earlier).TotalMinutes).Order().ToList();
        return gaps[gaps.Count / 2];
    }
}
