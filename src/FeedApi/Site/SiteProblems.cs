using FeedApi.Model;

namespace FeedApi.Site;

/// <summary>
/// The current problems that are not of posts: of the site's settings, why those read last stay in effect, and of other files.
/// </summary>
internal sealed class SiteProblems
{
    private volatile IReadOnlyList<Problem> ofSettings = [];
    private volatile IReadOnlyList<Problem> ofFiles = [];

    /// <summary>The problems.</summary>
    public IReadOnlyList<Problem> All => [.. ofSettings, .. ofFiles];

    /// <summary>Replaces the problems of the settings.</summary>
    public void Replace(params IReadOnlyList<Problem> problems) => ofSettings = problems;

    /// <summary>Replaces the problems of files that are no posts.</summary>
    public void ReplaceOfFiles(IReadOnlyList<Problem> problems) => ofFiles = problems;
}
