using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog;

/// <summary>
/// One revision of the catalog: all answers of a snapshot agree with each other, however many change sets are committed meanwhile.
/// </summary>
/// <remarks>
/// Used by one caller at a time, and disposed as soon as a document is made: a store has few snapshots, and may keep old pages for them.
/// </remarks>
internal interface IArticleSnapshot : ITermLookup, IAsyncDisposable
{
    /// <summary>The state of this revision.</summary>
    CatalogState State { get; }

    /// <summary>
    /// One page of a selection. Slugs in the query are canonical (<see cref="ITermLookup.FindTermAsync"/>); an unknown one matches nothing.
    /// </summary>
    ValueTask<ArticlePage> ListAsync(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>An article by its id (exact case), or null.</summary>
    ValueTask<Article?> FindAsync(string id, ArticleBodies bodies, CancellationToken cancellationToken);

    /// <summary>An article by its permalink's decoded path, or null.</summary>
    ValueTask<Article?> FindByPathAsync(string path, ArticleBodies bodies, CancellationToken cancellationToken);

    /// <summary>
    /// Articles that are about the same as another one, the most alike first, without bodies; null when there is no article with the id.
    /// </summary>
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
    ValueTask<IReadOnlyList<Change>> ListTombstonesAsync(
        ChangedTerm? term, DateTimeOffset since, int limit, CancellationToken cancellationToken);

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
}
