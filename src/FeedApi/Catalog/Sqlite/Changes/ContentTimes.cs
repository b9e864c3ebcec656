using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Changes;

/// <summary>
/// Decides when the content of an article changed (<see cref="Article.Changed"/>), in one change set: now, unless readers see no
/// difference, or it is the first index of the posts; and when it was first public (<see cref="Article.FirstPublic"/>).
/// </summary>
/// <param name="session">The writer's connection.</param>
/// <param name="now">Unix seconds.</param>
internal sealed class ContentTimes(SqliteSession session, long now)
{
    // No period of a digest begins or ends within a quarter of an hour, in any time zone of today.
    private const long QuarterSeconds = 15 * 60;

    private readonly bool isFirstScan = SqliteState.Read(session).Fingerprint is null;
    private readonly Dictionary<string, (byte[] Hash, long Changed, long FirstPublic)> removed = new(StringComparer.Ordinal);

    /// <summary>Remembers an article that is removed: a file that was moved comes back in the same change set.</summary>
    public void Remove(StoredArticle article)
    {
        if (!isFirstScan) removed[article.Id] = (article.Hash, ChangedAt(article.Row), FirstPublicOf(article));
    }

    /// <summary>The instants of an article.</summary>
    /// <param name="current">What is stored; null when nothing is.</param>
    /// <param name="next">What replaces it.</param>
    public StoredTimes Of(StoredArticle? current, IndexedArticle next) =>
        new(ChangedAt(current, next), FirstPublicOf(current, next.Article));

    private long ChangedAt(StoredArticle? current, IndexedArticle next)
    {
        if (current is not null && IndexedArticle.IsSameToReaders(current.Hash, next.Hash)) return ChangedAt(current.Row);
        if (isFirstScan) return Math.Max(next.Article.Published.ToUnixTimeSeconds(), next.Article.Updated.ToUnixTimeSeconds());
        var isMoved = removed.TryGetValue(next.Article.Id, out var former) && IndexedArticle.IsSameToReaders(former.Hash, next.Hash);
        return isMoved ? former.Changed : now;
    }

    private long? FirstPublicOf(StoredArticle? current, Article next)
    {
        if (isFirstScan) return null;
        var first = current is not null ? FirstPublicOf(current)
            : removed.TryGetValue(next.Id, out var former) ? former.FirstPublic
            : now;
        return QuarterOf(first) == QuarterOf(next.Published.ToUnixTimeSeconds()) ? null : first;
    }

    private long FirstPublicOf(StoredArticle stored) =>
        session.Scalar("SELECT first_public FROM articles WHERE article = $1", stored.Row) as long? ?? stored.Published;

    private static long QuarterOf(long instant) => (long)Math.Floor((double)instant / QuarterSeconds);

    /// <summary>True when a correction is added to an article that is published.</summary>
    /// <param name="current">What is stored; null when nothing is.</param>
    /// <param name="next">What replaces it.</param>
    public bool IsCorrected(StoredArticle? current, Article next) =>
        current is not null && next.Correction is { } correction && correction != CorrectionOf(current.Row);

    private long ChangedAt(long row) => (long)session.Scalar("SELECT changed FROM articles WHERE article = $1", row)!;

    private Correction? CorrectionOf(long row) =>
        ArticleDetails.Read(session.Scalar("SELECT details FROM articles WHERE article = $1", row) as string).Correction;
}

/// <summary>The instants that a store decides on, in Unix seconds.</summary>
/// <param name="Changed"><see cref="Article.Changed"/>.</param>
/// <param name="FirstPublic">
/// <see cref="Article.FirstPublic"/>; null when it is in the same quarter of an hour as <see cref="Article.Published"/>, as for nearly all.
/// </param>
internal readonly record struct StoredTimes(long Changed, long? FirstPublic);
