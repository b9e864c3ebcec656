namespace FeedApi.Model;

/// <summary>The catalog in numbers.</summary>
/// <param name="State">The state after the last commit.</param>
/// <param name="NewestAt">When the newest article was published; null when there is none.</param>
/// <param name="SizeBytes">The index on disk, without what is not yet merged into it.</param>
/// <param name="Problems">Current problems, by code and severity.</param>
internal sealed record CatalogMeasures(CatalogState State, DateTimeOffset? NewestAt, long SizeBytes, IReadOnlyList<ProblemCount> Problems);

/// <summary>How many current problems there are of a kind.</summary>
/// <param name="Code">The problem's code.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Count">Problems.</param>
internal sealed record ProblemCount(string Code, ProblemSeverity Severity, long Count);
