using FeedApi.Catalog;
using FeedApi.Feeds.Digests;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site;

namespace FeedApi.Feeds;

/// <summary>Reads the content of a feed document from the catalog: the feed's definition and its articles.</summary>
internal sealed class FeedReading(
    FeedDefinitions definitions, FeedContents contents, DigestReading digests, SiteConfig site, TimeProvider time)
{
    private const int MaxTombstones = 100;
    private static readonly TimeSpan TombstonesFor = TimeSpan.FromDays(30);

    /// <summary>
    /// The articles, when they or the feed last changed, and the feed; null when the address names no term, or a term by a spelling
    /// that is not the canonical one.
    /// </summary>
    internal async ValueTask<(IReadOnlyList<Article> Articles, DateTimeOffset ChangedAt, FeedDefinition Feed)?> ReadAsync(
        IArticleSnapshot snapshot, FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        if (await DefineAsync(snapshot, address, selection, cancellationToken) is not { } defined) return null;
        var whole = defined with { AskedQuery = selection.AskedQuery };
        ChangedTerm? term = address.Kind is { } kind ? new ChangedTerm(kind, Slug.KeyOf(address.Slug)) : null;
        var (articles, changedAt, feed) = selection.Digest is { } grain
            ? await digests.ReadAsync(snapshot, whole, grain, cancellationToken)
            : await contents.ReadAsync(snapshot, whole, term, selection.Place, address.Format, cancellationToken);
        if (!address.IsForPeople && !feed.HasFilters && !selection.Place.IsArchive)
            feed = feed with
            {
                Deleted = await snapshot.ListTombstonesAsync(term, time.GetUtcNow() - TombstonesFor, MaxTombstones, cancellationToken)
            };
        if (articles.Count == 0) feed = await EmptyAsync(snapshot, feed, cancellationToken);
        var script = selection.Query.Script;
        return (
            script is null ? articles : [.. articles.Select(article => HanArticles.In(article, script))],
            feed.ChangedAt > changedAt ? feed.ChangedAt.Value : changedAt,
            feed with
            {
                PollEveryMinutes = PollAdvice.MinutesFor(articles, site.Limits),
                Title = HanArticles.In(feed.Title, script),
                Description = HanArticles.In(feed.Description, script),
            });
    }

    // The last deletion, else the first article of the site, before which the feed cannot have been: both only come from the content. The
    // newest article would change every empty feed whenever something is published.
    private static async ValueTask<FeedDefinition> EmptyAsync(
        IArticleSnapshot snapshot, FeedDefinition feed, CancellationToken cancellationToken)
    {
        if (feed.Deleted.Count > 0) return feed with { EmptySince = feed.Deleted.Max(change => change.At) };
        var first = await snapshot.ListAsync(
            new ArticleQuery { Sort = ArticleSort.OldestFirst, Limit = 1, Bodies = ArticleBodies.None }, cancellationToken);
        return feed with
        {
            EmptySince = first.Articles is [var article] ? article.Published : snapshot.State.ChangedAt,
            Tags = [.. feed.Tags, SurrogateKeys.Articles],
        };
    }

    private async ValueTask<FeedDefinition?> DefineAsync(
        IArticleSnapshot snapshot, FeedAddress address, FeedSelection selection, CancellationToken cancellationToken)
    {
        if (address.Kind is not { } kind) return await definitions.OfSiteAsync(selection, snapshot, cancellationToken);
        var term = await snapshot.FindTermAsync(kind, address.Slug, cancellationToken);
        var isCanonical = term is not null && string.Equals(term.Slug, address.Slug, StringComparison.Ordinal);
        return isCanonical ? await definitions.OfTermAsync(term!, selection, snapshot, cancellationToken) : null;
    }
}
