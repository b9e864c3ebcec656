namespace FeedApi.Model;

/// <summary>What one transaction changed.</summary>
/// <param name="Revision">The catalog's revision after it; unchanged when <paramref name="Changes"/> is empty.</param>
/// <param name="Changes">Changes of articles, in order.</param>
/// <param name="RenamedTerms">True when a slug or display name of an existing term changed, so that documents about
/// other terms may show it.</param>
/// <param name="NewProblems">Problems that were not known before, for the log.</param>
/// <param name="ReadAgain">Files that waited for an id or guid which is free now: read them again.</param>
internal sealed record CommittedChanges(
    long Revision, IReadOnlyList<Change> Changes, bool RenamedTerms, IReadOnlyList<Problem> NewProblems, IReadOnlyList<string> ReadAgain);
