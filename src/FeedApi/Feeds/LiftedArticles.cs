using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Feeds;

/// <summary>Shows recently corrected articles before all others in the document that readers subscribe to.</summary>
/// <remarks>
/// Readers poll that document only and never read archives again, in which the articles keep their places (RFC 5005, section 4.1).
/// </remarks>
internal static class LiftedArticles
{
    /// <summary>No article gives way to a lifted one.</summary>
    public const int Whole = int.MaxValue;

    /// <summary>The newest articles of a feed with the lifted ones on top, the latest correction first.</summary>
    /// <param name="snapshot">The snapshot of the catalog.</param>
    /// <param name="feed">The feed.</param>
    /// <param name="newest">Its newest articles, in its order.</param>
    /// <param name="limit">Maximum number of articles; the oldest ones beyond it are left to the archives.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async ValueTask<IReadOnlyList<Article>> OnTopAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, IReadOnlyList<Article> newest, int limit, CancellationToken cancellationToken)
    {
        // A search would have to go through all of its hits for the few that are lifted.
        if (newest.Count == 0 || feed.Query.Sort != ArticleSort.NewestFirst || feed.Query.Search is not null) return newest;
        // Half of a feed stays for what is new, however much is corrected.
        var query = feed.Query with
        {
            IsLifted = true,
            Sort = ArticleSort.RecentlyUpdatedFirst,
            Position = null,
            Archive = null,
            Limit = Math.Max(1, feed.Query.Limit / 2),
        };
        var lifted = (await snapshot.ListAsync(query, cancellationToken)).Articles;
        if (lifted.Count == 0) return newest;
        var ids = lifted.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lifted.OrderByDescending(article => article.LiftedAt).ThenByDescending(article => article.Id, StringComparer.Ordinal)
                .Concat(newest.Where(article => !ids.Contains(article.Id))).Take(limit),
        ];
    }
}
