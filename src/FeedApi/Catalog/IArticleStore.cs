using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Catalog;

/// <summary>The index of published articles. Readers see whole revisions only; there is one writer. It can be deleted at any time.</summary>
public interface IArticleStore : ITermLookup, IAsyncDisposable
{
    /// <summary>The state after the last commit.</summary>
    ValueTask<CatalogState> ReadStateAsync(CancellationToken cancellationToken);

    /// <summary>One page of a selection. Slugs in the query are canonical (<see cref="ITermLookup.FindTermAsync"/>); an unknown one matches nothing.</summary>
    ValueTask<ArticlePage> ListAsync(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>An article by its id (exact case), or null.</summary>
    ValueTask<Article?> FindAsync(string id, ArticleBodies bodies, CancellationToken cancellationToken);

    /// <summary>An article by its permalink's decoded path, or null.</summary>
    ValueTask<Article?> FindByPathAsync(string path, ArticleBodies bodies, CancellationToken cancellationToken);

    /// <summary>Articles that are about the same as another one, the most alike first, without bodies; null when there is no article with the id.</summary>
    ValueTask<IReadOnlyList<Article>?> ListRelatedAsync(string id, int limit, CancellationToken cancellationToken);

    /// <summary>The article that an old, decoded path redirects to, without bodies; or null.</summary>
    ValueTask<Article?> FindByRedirectAsync(string path, CancellationToken cancellationToken);

    /// <summary>The tombstone of a deleted article by id, or null when it is published or never was.</summary>
    ValueTask<Change?> FindTombstoneAsync(string id, CancellationToken cancellationToken);

    /// <summary>The tombstone of the article that was last at a permalink's decoded path; null when none was deleted there.</summary>
    ValueTask<Change?> FindTombstoneByPathAsync(string path, CancellationToken cancellationToken);

    /// <summary>Tombstones since an instant, the latest first; those whose guid is published again are left out.</summary>
    /// <param name="term">Only of articles that had this term; null: all.</param>
    /// <param name="since">The earliest deletion wanted.</param>
    /// <param name="limit">Most tombstones.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<IReadOnlyList<Change>> ListTombstonesAsync(ChangedTerm? term, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>An archive of the site, or of a term.</summary>
    /// <param name="term">The term; null: the site.</param>
    /// <param name="until">The edge that ends it; null: what has not filled an archive yet.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<ArchiveRange> FindArchiveAsync(ChangedTerm? term, ArchiveEdge? until, CancellationToken cancellationToken);

    /// <summary>Changes after a sequence, in order.</summary>
    ValueTask<IReadOnlyList<Change>> ListChangesAsync(long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>All current problems, by file and line.</summary>
    ValueTask<IReadOnlyList<Problem>> ListProblemsAsync(CancellationToken cancellationToken);

    /// <summary>The catalog in numbers, for operators.</summary>
    ValueTask<CatalogMeasures> MeasureAsync(CancellationToken cancellationToken);

    /// <summary>What is known of every source file, by path (ordinal), read some thousands at a time: not all of one revision when there are commits meanwhile.</summary>
    IAsyncEnumerable<SourceRecord> ListSourcesAsync(CancellationToken cancellationToken);

    /// <summary>How many source files are on record, with or without an article.</summary>
    ValueTask<long> CountSourcesAsync(CancellationToken cancellationToken);

    /// <summary>What is known of one source file, or null.</summary>
    ValueTask<SourceRecord?> FindSourceAsync(string path, CancellationToken cancellationToken);

    /// <summary>True when a source file on record lies below a folder.</summary>
    /// <param name="folder">Its path, without a slash at the end.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<bool> HasSourcesBelowAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Files that are hidden until an instant, or shown until one, the earliest first.</summary>
    ValueTask<IReadOnlyList<SourceRecord>> ListScheduledAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Begins a change set; waits for the end of the one before. Writer only.</summary>
    /// <exception cref="CatalogException">The index cannot be written for now.</exception>
    ValueTask<IChangeSet> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Notes that every source now on record was read under this <see cref="SiteConfig.Fingerprint"/>. Writer only.</summary>
    /// <returns>True when it was another one before, so that terms may have other names now.</returns>
    ValueTask<bool> CompleteScanAsync(string fingerprint, CancellationToken cancellationToken);
}

/// <summary>What the catalog knows of one source file.</summary>
/// <param name="Stamp">The file as it was last read.</param>
/// <param name="DueAt">When a post that is scheduled or expires is to be read again; else null.</param>
public readonly record struct SourceRecord(SourceStamp Stamp, DateTimeOffset? DueAt);
