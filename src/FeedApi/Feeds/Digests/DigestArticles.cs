using System.Runtime.CompilerServices;
using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Feeds.Digests;

/// <summary>Reads the articles of a selection in the order in which they were first public, the latest first.</summary>
/// <remarks>
/// Nearly all were first public when they were published, and are read in that order; the others, which came late, have an order of their
/// own, and the two are merged.
/// </remarks>
/// <param name="snapshot">The snapshot of the catalog.</param>
/// <param name="selection">The selection; its order, position and limit do not matter.</param>
/// <param name="before">Only what was public before this instant.</param>
internal sealed class DigestArticles(IArticleSnapshot snapshot, ArticleQuery selection, DateTimeOffset before)
{
    // The hits of a search are in the order of publication only: those that came late are sorted here.
    private const int MaxLateHits = 1_000;

    /// <summary>When an article was first public.</summary>
    public static DateTimeOffset FirstPublicOf(Article article) => article.FirstPublic ?? article.Published;

    /// <summary>All of them, without bodies.</summary>
    public async IAsyncEnumerable<Article> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = Query(hasFirstPublic: false) with { To = Earlier(selection.To, before) };
        await using var usual = PagesAsync(first, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var late = LateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var (hasUsual, hasLate) = (await usual.MoveNextAsync(), await late.MoveNextAsync());
        while (hasUsual || hasLate)
        {
            if (hasUsual && (!hasLate || FirstPublicOf(usual.Current) >= FirstPublicOf(late.Current)))
            {
                yield return usual.Current;
                hasUsual = await usual.MoveNextAsync();
            }
            else
            {
                yield return late.Current;
                hasLate = await late.MoveNextAsync();
            }
        }
    }

    private async IAsyncEnumerable<Article> LateAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = Query(hasFirstPublic: true);
        if (selection.Search is null)
        {
            var start = new CursorPosition(before.ToUnixTimeSeconds(), "", IsBackward: false);
            var inOrder = query with { Sort = ArticleSort.RecentlyPublicFirst, Position = start };
            await foreach (var article in PagesAsync(inOrder, cancellationToken)) yield return article;
            yield break;
        }

        List<Article> hits = [];
        await foreach (var hit in PagesAsync(query, cancellationToken))
        {
            if (hit.FirstPublic < before) hits.Add(hit);
            if (hits.Count == MaxLateHits) break;
        }

        foreach (var hit in hits.OrderByDescending(hit => hit.FirstPublic)) yield return hit;
    }

    private async IAsyncEnumerable<Article> PagesAsync(
        ArticleQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = query; ;)
        {
            var page = await snapshot.ListAsync(next, cancellationToken);
            foreach (var article in page.Articles) yield return article;
            if (page.Next is not { } position) yield break;
            next = query with { Position = position };
        }
    }

    private ArticleQuery Query(bool hasFirstPublic) => selection with
    {
        HasFirstPublic = hasFirstPublic,
        Sort = ArticleSort.NewestFirst,
        Position = null,
        Limit = ArticleQuery.MaxLimit,
        Bodies = ArticleBodies.None,
    };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
