namespace FeedApi.Benchmarks.Searching;

/// <summary>A word, run of ideographs or phrase of a made-up query.</summary>
/// <param name="Text">As it is asked for, without quotes or hyphen.</param>
/// <param name="IsQuoted">True when it stands in quotes.</param>
/// <param name="IsExcluded">True when a hyphen stands before it.</param>
internal sealed record AskedClause(string Text, bool IsQuoted = false, bool IsExcluded = false)
{
    /// <summary>As it stands in <c>q</c>.</summary>
    public string Written => (IsExcluded ? "-" : "") + (IsQuoted ? $"\"{Text}\"" : Text);
}

/// <summary>A made-up query.</summary>
/// <param name="Kind">What it tries.</param>
/// <param name="Clauses">All of them must hold.</param>
internal sealed record AskedQuery(string Kind, IReadOnlyList<AskedClause> Clauses)
{
    /// <summary>The value of <c>q</c>.</summary>
    public string Written => string.Join(' ', Clauses.Select(clause => clause.Written));
}
