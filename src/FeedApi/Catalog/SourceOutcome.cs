using FeedApi.Model;

namespace FeedApi.Catalog;

/// <summary>The result of reading one source file; the unit of <see cref="IChangeSet.AddAsync"/>.</summary>
internal abstract record SourceOutcome(string Path)
{
    /// <summary>The keys of files that the post links to (<see cref="Site.Files.FileKeys"/>); of posts without an article only.</summary>
    public IReadOnlyList<string> HiddenFiles { get; init; } = [];

    /// <summary>
    /// The file gives an article. <paramref name="DueAt"/> is when it expires and the file must be read again; null: never.
    /// </summary>
    public sealed record Published(SourceStamp Stamp, IndexedArticle Indexed, IReadOnlyList<Problem> Problems, DateTimeOffset? DueAt = null)
        : SourceOutcome(Stamp.File.Path)
    {
        /// <summary>The article, without its bodies.</summary>
        public Article Article => Indexed.Article;

        /// <summary>What the article is called when another one has its id or guid.</summary>
        public required NameClaim Name { get; init; }

        /// <summary>When to read the file again although the article does not expire; null: never.</summary>
        public DateTimeOffset? ReadAgainAt { get; init; }

        /// <summary>
        /// True when a file that the post shows cannot be read at present: the article, which lacks it, does not replace a former one.
        /// </summary>
        public bool IsPartial { get; init; }

        /// <summary>
        /// The latest instant that had to pass for the post to be shown like this: its own, or that of its correction. A clock that says
        /// less makes it necessary to read the file again.
        /// </summary>
        public DateTimeOffset? ValidFrom { get; init; }

        /// <summary>
        /// True when this is the rendering of a post of which the index has the outline. When the file has changed since, it is published
        /// like any other.
        /// </summary>
        public bool CompletesOutline { get; init; }

        /// <summary>The hash of the file that was rendered; <see cref="Stamp"/> has none when it is to be read again.</summary>
        public string RenderedHash { get; init; } = "";

        /// <summary>Paths in the content folder at which files may appear that make it necessary to read the post again.</summary>
        public IReadOnlyList<string> AwaitedFiles { get; init; } = [];
    }

    /// <summary>The file is invalid: its last good article, if any, stays published until it expires.</summary>
    public sealed record Rejected(SourceStamp Stamp, IReadOnlyList<Problem> Problems) : SourceOutcome(Stamp.File.Path);

    /// <summary>
    /// The post is a draft, unpublished, expired or scheduled: it is not published. <paramref name="DueAt"/> is when to
    /// read it again; null: never.
    /// </summary>
    public sealed record Hidden(SourceStamp Stamp, DateTimeOffset? DueAt, IReadOnlyList<Problem> Problems) : SourceOutcome(Stamp.File.Path)
    {
        /// <summary>When the post expired: a clock that says less makes it necessary to read it again; null when it has not.</summary>
        public DateTimeOffset? ValidFrom { get; init; }
    }

    /// <summary>
    /// The article must not be shown any more. <paramref name="Trace"/> is what its tombstone says; null when that is not known. Without a
    /// hash in the stamp every scan reads the file again.
    /// </summary>
    public sealed record Withdrawn(SourceStamp Stamp, ArticleTrace? Trace, IReadOnlyList<Problem> Problems)
        : SourceOutcome(Stamp.File.Path);

    /// <summary>The file has the same content; only its size or time changed.</summary>
    public sealed record Unchanged(SourceStamp Stamp) : SourceOutcome(Stamp.File.Path);

    /// <summary>Nothing is known of the file at present; it is to be read as soon as it is found, changed or not.</summary>
    public sealed record Unread(string UnreadPath) : SourceOutcome(UnreadPath);

    /// <summary>
    /// The file changed while it was being read and must be read again, even with the same content if
    /// <paramref name="IsForced"/>: nothing to commit.
    /// </summary>
    public sealed record Changing(string ChangingPath, bool IsForced) : SourceOutcome(ChangingPath);

    /// <summary>The file was deleted.</summary>
    public sealed record Deleted(string DeletedPath) : SourceOutcome(DeletedPath);
}

/// <summary>What stays of an article that is gone: never its title or text.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Guid">Its guid.</param>
/// <param name="Path">The path of its permalink.</param>
internal sealed record ArticleTrace(string Id, string Guid, string Path);
