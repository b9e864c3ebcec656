using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Feeds.Digests;

/// <summary>Reads digests: the articles of a selection by the period in which they were first public.</summary>
/// <remarks>
/// A period is shown when it has ended, so an entry is complete when a reader first sees it. What comes later, whatever its date, belongs
/// to a later period; so every article is in exactly one.
/// </remarks>
internal sealed class DigestReading(SiteConfig site, TimeProvider time)
{
    // A page or a feed of more would be of use to nobody; the first period is whole all the same.
    private const int MaxArticles = 5_000;

    /// <summary>The entries of a digest, when they last changed, and the feed as the writers need it.</summary>
    /// <param name="snapshot">The snapshot of the catalog.</param>
    /// <param name="feed">The feed; its limit is that of periods.</param>
    /// <param name="grain">The length of its periods.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public async ValueTask<(IReadOnlyList<Article> Entries, DateTimeOffset ChangedAt, FeedDefinition Feed)> ReadAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, DigestGrain grain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var texts = DigestTexts.In(feed.Language);
        var periods = await PeriodsAsync(snapshot, feed.Query, grain, cancellationToken);
        var newest = await snapshot.ListAsync(feed.Query with { Limit = 1, Bodies = ArticleBodies.None }, cancellationToken);
        var end = periods.Count > 0 ? periods[0].Period.End : newest.ChangedAt;
        return (
            [.. periods.Select(each => DigestEntry.Of(each.Period, each.Articles, feed, texts, site))],
            newest.ChangedAt > end ? newest.ChangedAt : end,
            feed with
            {
                Title = texts.TitleOf(feed.Title, grain),
                EntryQuery = CanonicalQuery.SelectionOf(feed.Query),
                Tags = [.. feed.Tags, SurrogateKeys.Digests],
            });
    }

    /// <summary>The articles of one period, the latest first; null when it has not ended.</summary>
    public async ValueTask<IReadOnlyList<Article>?> ReadAsync(
        IArticleSnapshot snapshot, ArticleQuery selection, DigestPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.End > time.GetUtcNow()) return null;
        List<Article> found = [];
        await foreach (var article in new DigestArticles(snapshot, selection, period.End).ReadAsync(cancellationToken))
        {
            if (DigestArticles.FirstPublicOf(article) < period.Start) break;
            if (PeriodOf(article, period.Grain) == period) found.Add(article);
        }

        return found;
    }

    private async ValueTask<IReadOnlyList<(DigestPeriod Period, List<Article> Articles)>> PeriodsAsync(
        IArticleSnapshot snapshot, ArticleQuery query, DigestGrain grain, CancellationToken cancellationToken)
    {
        List<(DigestPeriod Period, List<Article> Articles)> periods = [];
        var (count, open) = (0, DigestPeriod.Of(time.GetUtcNow(), grain, site.TimeZone));
        await foreach (var article in new DigestArticles(snapshot, query, open.Start).ReadAsync(cancellationToken))
        {
            var period = PeriodOf(article, grain);
            if (period == open) continue;
            if (periods is not [.., var last] || last.Period != period)
            {
                if (periods.Count == query.Limit) break;
                periods.Add((period, []));
            }

            periods[^1].Articles.Add(article);
            if (++count < MaxArticles || periods.Count == 1) continue;
            periods.RemoveAt(periods.Count - 1);
            break;
        }

        return periods;
    }

    private DigestPeriod PeriodOf(Article article, DigestGrain grain) =>
        DigestPeriod.Of(DigestArticles.FirstPublicOf(article), grain, site.TimeZone);
}
