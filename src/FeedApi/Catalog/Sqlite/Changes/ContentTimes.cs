using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Changes;

/// <summary>
/// Decides when the content of an article changed (<see cref="Article.Changed"/>), in one change set: now, unless readers see no
/// difference, or it is the first index of the posts.
/// </summary>
/// <param name="session">The writer's connection.</param>
/// <param name="now">Unix seconds.</param>
internal sealed class ContentTimes(SqliteSession session, long now)
{
    private readonly bool isFirstScan = SqliteState.Read(session).Fingerprint is null;
    private readonly Dictionary<string, (byte[] Hash, long Changed)> removed = new(StringComparer.Ordinal);

    /// <summary>Remembers an article that is removed: a file that was moved comes back in the same change set.</summary>
    public void Remove(StoredArticle article)
    {
        if (!isFirstScan) removed[article.Id] = (article.Hash, ChangedAt(article.Row));
    }

    /// <summary>When the content changed, in Unix seconds.</summary>
    /// <param name="current">What is stored; null when nothing is.</param>
    /// <param name="next">What replaces it.</param>
    public long Of(StoredArticle? current, IndexedArticle next)
    {
        if (current is not null && IndexedArticle.IsSameToReaders(current.Hash, next.Hash)) return ChangedAt(current.Row);
        if (isFirstScan) return Math.Max(next.Article.Published.ToUnixTimeSeconds(), next.Article.Updated.ToUnixTimeSeconds());
        var isMoved = removed.TryGetValue(next.Article.Id, out var former) && IndexedArticle.IsSameToReaders(former.Hash, next.Hash);
        return isMoved ? former.Changed : now;
    }

    /// <summary>True when a correction is added to an article that is published.</summary>
    /// <param name="current">What is stored; null when nothing is.</param>
    /// <param name="next">What replaces it.</param>
    public bool IsCorrected(StoredArticle? current, Article next) =>
        current is not null && next.Correction is { } correction && correction != CorrectionOf(current.Row);

    private long ChangedAt(long row) => (long)session.Scalar("SELECT changed FROM articles WHERE article = $1", row)!;

    private Correction? CorrectionOf(long row) =>
        ArticleDetails.Read(session.Scalar("SELECT details FROM articles WHERE article = $1", row) as string).Correction;
}
