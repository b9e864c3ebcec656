namespace FeedApi.Model;

/// <summary>Statistics of the catalog.</summary>
/// <param name="State">The state after the last commit.</param>
/// <param name="NewestAt">Publication date of the newest article; null when there is none.</param>
/// <param name="SizeBytes">Size of the index on disk, without the write-ahead log.</param>
/// <param name="Problems">Current problems, by code and severity.</param>
internal sealed record CatalogMeasures(CatalogState State, DateTimeOffset? NewestAt, long SizeBytes, IReadOnlyList<ProblemCount> Problems);

/// <summary>The number of current problems with one code and severity.</summary>
/// <param name="Code">The problem's code.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Count">Number of problems.</param>
internal sealed record ProblemCount(string Code, ProblemSeverity Severity, long Count);
