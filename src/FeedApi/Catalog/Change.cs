using FeedApi.Content;
using FeedApi.Rendering;

namespace FeedApi.Catalog;

/// <summary>What happened to an article.</summary>
public enum ChangeKind
{
    /// <summary>Published, or published again with other content.</summary>
    Upsert,

    /// <summary>No longer published. A deletion in the log is the article's tombstone.</summary>
    Delete,
}

/// <summary>One entry of the change log: the latest thing that happened to an article.</summary>
/// <param name="Sequence">Strictly rising over the life of the index.</param>
/// <param name="Kind">Upsert or deletion.</param>
/// <param name="Id">The article's id.</param>
/// <param name="Guid">The article's guid.</param>
/// <param name="Path">The path of its permalink, decoded: where it is, or was.</param>
/// <param name="Terms">The terms touched: those it had before and those it has now.</param>
/// <param name="At">When it was committed, UTC, whole seconds.</param>
public sealed record Change(long Sequence, ChangeKind Kind, string Id, string Guid, string Path, IReadOnlyList<ChangedTerm> Terms, DateTimeOffset At);

/// <summary>A term touched by a change.</summary>
/// <param name="Kind">The kind of term.</param>
/// <param name="Key">Its <see cref="Slug.KeyOf"/>: the same for every spelling.</param>
public readonly record struct ChangedTerm(TermKind Kind, string Key);

/// <summary>What became of one source file; the unit that <see cref="IChangeSet.AddAsync"/> takes.</summary>
public abstract record SourceOutcome(string Path)
{
    /// <summary>The file gives an article. <paramref name="DueAt"/> is when it expires, and the file is to be read again; null: never.</summary>
    public sealed record Published(SourceStamp Stamp, IndexedArticle Indexed, IReadOnlyList<Problem> Problems, DateTimeOffset? DueAt = null) : SourceOutcome(Stamp.File.Path)
    {
        /// <summary>The article, without its bodies.</summary>
        public Article Article => Indexed.Article;
    }

    /// <summary>The file is bad: its last good article, if any, stays until it expires.</summary>
    public sealed record Held(SourceStamp Stamp, IReadOnlyList<Problem> Problems) : SourceOutcome(Stamp.File.Path);

    /// <summary>The post is a draft, unpublished, expired, or scheduled: it is in no output. <paramref name="DueAt"/> is when to read it again; null: never.</summary>
    public sealed record Hidden(SourceStamp Stamp, DateTimeOffset? DueAt, IReadOnlyList<Problem> Problems) : SourceOutcome(Stamp.File.Path);

    /// <summary>The bytes are what they were; only size or time changed.</summary>
    public sealed record Touched(SourceStamp Stamp) : SourceOutcome(Stamp.File.Path);

    /// <summary>The file changed while it was being read, and is to be read again, whatever its bytes are if <paramref name="IsForced"/>: nothing to commit.</summary>
    public sealed record Changing(string ChangingPath, bool IsForced) : SourceOutcome(ChangingPath);

    /// <summary>The file is no longer there.</summary>
    public sealed record Gone(string GonePath) : SourceOutcome(GonePath);
}

/// <summary>What one transaction changed.</summary>
/// <param name="Revision">The catalog's revision after it; unchanged when <paramref name="Changes"/> is empty.</param>
/// <param name="Changes">Changes of articles, in order.</param>
/// <param name="RenamedTerms">True when a slug or display name of an existing term changed, so that documents about other terms may show it.</param>
/// <param name="NewProblems">Problems that were not known before, for the log.</param>
/// <param name="ReadAgain">Files that waited for an id or guid which is free now: read them again.</param>
public sealed record CommittedChanges(
    long Revision, IReadOnlyList<Change> Changes, bool RenamedTerms, IReadOnlyList<Problem> NewProblems, IReadOnlyList<string> ReadAgain);
