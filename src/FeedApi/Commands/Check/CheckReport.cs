using FeedApi.Model;

namespace FeedApi.Commands.Check;

/// <summary>What a check has found.</summary>
/// <param name="Summary">Counts.</param>
/// <param name="Problems">The problems, by file and line; those of feeds last.</param>
internal sealed record CheckReport(CheckSummary Summary, IReadOnlyList<CheckedProblem> Problems)
{
    /// <summary>True when a post is not published, or a feed is invalid.</summary>
    public bool HasErrors => Problems.Any(each => each.Problem.Severity == ProblemSeverity.Error);
}

/// <summary>A problem with the line that it concerns.</summary>
/// <param name="Problem">The problem. In place of a file one of a feed has the feed's path, which begins with a slash.</param>
/// <param name="Excerpt">The line as it is in the file; null when the problem concerns no line.</param>
internal sealed record CheckedProblem(Problem Problem, string? Excerpt)
{
    /// <summary>True for one of a feed, not of a file.</summary>
    public bool IsOfFeed => Problem.File.StartsWith('/');
}

/// <summary>The counts of a check. Each post is in one of the first four.</summary>
/// <param name="Published">Posts that are published.</param>
/// <param name="Scheduled">Posts that appear at an instant in the future.</param>
/// <param name="Hidden">Drafts, and posts that have expired.</param>
/// <param name="Held">Posts that are not published because of an error.</param>
/// <param name="Repaired">Published posts with a warning.</param>
/// <param name="MergedTerms">Terms of which several names share one address.</param>
/// <param name="Feeds">Feeds that were checked, in three formats each.</param>
/// <param name="Links">Different links within the site that were followed.</param>
internal sealed record CheckSummary(
    int Published, int Scheduled, int Hidden, int Held, int Repaired, int MergedTerms, int Feeds, int Links)
{
    /// <summary>All posts.</summary>
    public int Posts => Published + Scheduled + Hidden + Held;
}
