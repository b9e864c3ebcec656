using FeedApi.Catalog.Changes;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog;

/// <summary>
/// One revision of the catalog: all results of a snapshot are consistent, however many change sets are committed meanwhile.
/// </summary>
/// <remarks>
/// Not thread-safe. Dispose it as soon as a document is made: a store has few snapshots and may retain old pages for them.
/// </remarks>
internal interface IArticleSnapshot : ITermLookup, IAsyncDisposable
{
    /// <summary>The state of this revision.</summary>
    CatalogState State { get; }

    /// <summary>
    /// While articles are still to be rendered: all that were published after this instant are, and only those are sure to be found by
    /// their text, and to count. Null when all are.
    /// </summary>
    DateTimeOffset? RenderedSince { get; }

    /// <summary>
    /// One page of matching articles. Slugs in the query are canonical (<see cref="ITermLookup.FindTermAsync"/>); an unknown one matches
    /// nothing.
    /// </summary>
    ValueTask<ArticlePage> ListAsync(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>The addresses of at most <paramref name="limit"/> articles by publication, the oldest first.</summary>
    /// <param name="since">Published at or after this instant; null: all.</param>
    /// <param name="skip">Number of articles to leave out first.</param>
    /// <param name="limit">Maximum number of articles.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<IReadOnlyList<ListedAddress>> ListAddressesAsync(
        DateTimeOffset? since, long skip, int limit, CancellationToken cancellationToken);

    /// <summary>The addresses of at most <paramref name="limit"/> articles that follow one by publication.</summary>
    ValueTask<IReadOnlyList<ListedAddress>> ListAddressesAfterAsync(ListedAddress last, int limit, CancellationToken cancellationToken);

    /// <summary>An article by its id, case-sensitive; null when there is none.</summary>
    ValueTask<Article?> FindAsync(string id, ArticleBodies bodies, CancellationToken cancellationToken);

    /// <summary>An article by the percent-decoded path of its permalink; null when there is none.</summary>
    ValueTask<Article?> FindByPathAsync(string path, ArticleBodies bodies, CancellationToken cancellationToken);

    /// <summary>An article by its source file, without bodies; null when there is none.</summary>
    /// <param name="source">Relative to the content folder.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<Article?> FindBySourceAsync(string source, CancellationToken cancellationToken);

    /// <summary>
    /// At most <paramref name="limit"/> articles similar to one, the most similar first, without bodies; null when no article has the
    /// id.
    /// </summary>
    ValueTask<IReadOnlyList<Article>?> ListRelatedAsync(string id, int limit, CancellationToken cancellationToken);

    /// <summary>The article to which an old percent-decoded path redirects, without bodies; null when there is none.</summary>
    ValueTask<Article?> FindByRedirectAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// The article that had a percent-decoded path before, without bodies; null when no published article had it since the index was
    /// made, or another article has had it since.
    /// </summary>
    ValueTask<Article?> FindByFormerPathAsync(string path, CancellationToken cancellationToken);

    /// <summary>Every path that a published article had before, with its present one; both percent-decoded, ordinal order.</summary>
    ValueTask<IReadOnlyList<(string Former, string Path)>> ListFormerPathsAsync(CancellationToken cancellationToken);

    /// <summary>A file made of an article by its name; null when no article has it.</summary>
    ValueTask<StoredFile?> FindFileAsync(string name, CancellationToken cancellationToken);

    /// <summary>Who links to a file of the site.</summary>
    /// <param name="key">The key of the file (<see cref="Site.Files.FileKeys"/>).</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<FileLinks> FindFileLinksAsync(string key, CancellationToken cancellationToken);

    /// <summary>True when an article links to a file of the site.</summary>
    /// <param name="key">The key of the file (<see cref="Site.Files.FileKeys"/>).</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<bool> IsFileLinkedAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the post of a bundle is published, in any language; null when no post is known that makes the folder a bundle.
    /// </summary>
    /// <param name="folder">Relative to the content folder, without a trailing slash.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<bool?> IsBundlePublishedAsync(string folder, CancellationToken cancellationToken);

    /// <summary>All articles with any of these translation keys, without those keys that only one article has.</summary>
    ValueTask<IReadOnlyList<Translation>> ListTranslationsAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>The tombstone of a deleted article by its id; null when the article is published or never existed.</summary>
    ValueTask<Change?> FindTombstoneAsync(string id, CancellationToken cancellationToken);

    /// <summary>The latest tombstone at the percent-decoded path of a permalink; null when there is none.</summary>
    ValueTask<Change?> FindTombstoneByPathAsync(string path, CancellationToken cancellationToken);

    /// <summary>Tombstones since an instant, the latest first, without those whose guid is published again.</summary>
    /// <param name="term">Only articles that had this term; null: all.</param>
    /// <param name="since">The instant of the earliest deletion, inclusive.</param>
    /// <param name="limit">Maximum number of tombstones.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<IReadOnlyList<Change>> ListTombstonesAsync(
        ChangedTerm? term, DateTimeOffset since, int limit, CancellationToken cancellationToken);

    /// <summary>An archive of the site or of a term (RFC 5005, section 4).</summary>
    /// <param name="term">The term; null: the site.</param>
    /// <param name="until">The edge at its end; null: the open archive, of articles that have not filled one yet.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<ArchiveRange> FindArchiveAsync(ChangedTerm? term, ArchiveEdge? until, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> changes after a sequence, in order.</summary>
    ValueTask<IReadOnlyList<Change>> ListChangesAsync(long afterSequence, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// At most <paramref name="limit"/> changes of the articles of a selection, by sequence. One that is not in it, and may have been, is
    /// without an article. There may be fewer although there are more to come.
    /// </summary>
    /// <param name="query">The selection; its order and position do not matter. With a search there is no walk.</param>
    /// <param name="from">Where to go on.</param>
    /// <param name="until">The last change to tell of; null: the last that there is.</param>
    /// <param name="limit">Maximum number of changes.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    ValueTask<ChangePage> ListChangesAsync(
        ArticleQuery query, ChangePosition from, long? until, int limit, CancellationToken cancellationToken);

    /// <summary>All current problems, by file and line.</summary>
    ValueTask<IReadOnlyList<Problem>> ListProblemsAsync(CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> current problems of posts, those of the files saved last first.</summary>
    ValueTask<IReadOnlyList<Problem>> ListNewestProblemsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The measurements of the catalog for operators.</summary>
    ValueTask<CatalogMeasures> MeasureAsync(CancellationToken cancellationToken);
}
