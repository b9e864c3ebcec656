namespace FeedApi.Model;

/// <summary>What happened to an article.</summary>
internal enum ChangeKind
{
    /// <summary>Published, or published again with other content.</summary>
    Upsert,

    /// <summary>No longer published. A deletion in the log is the article's tombstone.</summary>
    Delete,
}

/// <summary>One entry of the change log: the latest change of an article.</summary>
/// <param name="Sequence">Strictly increasing over the life of the index.</param>
/// <param name="Kind">Upsert or deletion.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Guid">The article's guid.</param>
/// <param name="Path">The path of its permalink, percent-decoded; of a deleted article the last one.</param>
/// <param name="Terms">The affected terms: those of the article before the change and those after it.</param>
/// <param name="At">When it was committed, UTC, whole seconds.</param>
internal sealed record Change(
    long Sequence, ChangeKind Kind, string Id, string Guid, string Path, IReadOnlyList<ChangedTerm> Terms, DateTimeOffset At)
{
    /// <summary>The sequence with which the article was published, the last time that it was not published before.</summary>
    public long First { get; init; }

    /// <summary>The sequence of its latest correction; 0 when there was none.</summary>
    public long Corrected { get; init; }
}

/// <summary>A term affected by a change.</summary>
/// <param name="Kind">The kind of term.</param>
/// <param name="Key">Its <see cref="Slug.KeyOf"/>: the same for every spelling.</param>
internal readonly record struct ChangedTerm(TermKind Kind, string Key);
