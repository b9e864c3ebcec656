using FeedApi.Model;

namespace FeedApi.Site;

/// <summary>The current problems of the site's settings: none, or why those read last stay in effect.</summary>
internal sealed class SiteProblems
{
    private volatile IReadOnlyList<Problem> all = [];

    /// <summary>The problems.</summary>
    public IReadOnlyList<Problem> All => all;

    /// <summary>Replaces the problems.</summary>
    public void Replace(params IReadOnlyList<Problem> problems) => all = problems;
}
