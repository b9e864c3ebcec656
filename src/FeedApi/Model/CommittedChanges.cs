namespace FeedApi.Model;

/// <summary>What one transaction changed.</summary>
/// <param name="Revision">The catalog's revision after it; unchanged when <paramref name="Changes"/> is empty.</param>
/// <param name="Changes">Changes of articles, by sequence.</param>
/// <param name="RenamedTerms">True when a slug or display name of an existing term changed, so that documents about
/// other terms may show it.</param>
/// <param name="NewProblems">Problems that did not exist before, for the log.</param>
/// <param name="ReadAgain">Files whose id or guid was taken and is now free; they must be read again.</param>
internal sealed record CommittedChanges(
    long Revision, IReadOnlyList<Change> Changes, bool RenamedTerms, IReadOnlyList<Problem> NewProblems, IReadOnlyList<string> ReadAgain);
