using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>What became of one source file; the unit that <see cref="IChangeSet.AddAsync"/> takes.</summary>
internal abstract record SourceOutcome(string Path)
{
    /// <summary>
    /// The file gives an article. <paramref name="DueAt"/> is when it expires, and the file is to be read again; null: never.
    /// </summary>
    public sealed record Published(SourceStamp Stamp, IndexedArticle Indexed, IReadOnlyList<Problem> Problems, DateTimeOffset? DueAt = null)
        : SourceOutcome(Stamp.File.Path)
    {
        /// <summary>The article, without its bodies.</summary>
        public Article Article => Indexed.Article;
    }

    /// <summary>The file is bad: its last good article, if any, stays until it expires.</summary>
    public sealed record Rejected(SourceStamp Stamp, IReadOnlyList<Problem> Problems) : SourceOutcome(Stamp.File.Path);

    /// <summary>
    /// The post is a draft, unpublished, expired, or scheduled: it is in no output. <paramref name="DueAt"/> is when to
    /// read it again; null: never.
    /// </summary>
    public sealed record Hidden(SourceStamp Stamp, DateTimeOffset? DueAt, IReadOnlyList<Problem> Problems) : SourceOutcome(Stamp.File.Path);

    /// <summary>The bytes are what they were; only size or time changed.</summary>
    public sealed record Unchanged(SourceStamp Stamp) : SourceOutcome(Stamp.File.Path);

    /// <summary>
    /// The file changed while it was being read, and is to be read again, whatever its bytes are if
    /// <paramref name="IsForced"/>: nothing to commit.
    /// </summary>
    public sealed record Changing(string ChangingPath, bool IsForced) : SourceOutcome(ChangingPath);

    /// <summary>The file is no longer there.</summary>
    public sealed record Deleted(string DeletedPath) : SourceOutcome(DeletedPath);
}
