using FeedApi.Catalog;
using FeedApi.Feeds.Digests;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages.Digests;

/// <summary>Builds the page of one period of a digest: its articles, of the selection that the query makes.</summary>
internal sealed class DigestPages(
    SiteConfig site,
    SiteLinks links,
    PageLinks pageLinks,
    ArticleQueryParser queries,
    DigestReading digests,
    IArticleReader reader,
    DocumentCache cache,
    PageRenderer renderer)
{
    /// <summary>The response; null when there is no such period, it has not ended, or nothing was published in it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The name of the period (<see cref="DigestPeriod.Key"/>).</param>
    /// <param name="cancellationToken">Cancels the wait for the document.</param>
    public async ValueTask<IResult?> FindAsync(HttpRequest request, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (DigestPeriod.Parse(key, site.TimeZone) is not { } period) return null;
        var parameters = request.Query.SelectMany(each => each.Value, (each, value) => KeyValuePair.Create(each.Key, value ?? ""));
        var parsed = await queries.ParseAsync(parameters, cancellationToken);
        if (parsed.Query is not { } query)
            return HttpProblem.BadParameter(parsed.Fault!.Parameter, parsed.Fault.Detail, parsed.Fault.Nearest);
        var selection = CanonicalQuery.SelectionOf(query with { Sort = ArticleSort.NewestFirst });
        var document = await cache.GetOrBuildAsync(
            $"page digest {key} {selection}",
            token => reader.ReadAsync(
                query.Search is null ? ReadCost.Unknown : ReadCost.Expensive,
                snapshot => BuildAsync(snapshot, period, query with { IsForFeed = true }, selection, token),
                token),
            cancellationToken);
        return document is null ? null : new DocumentResult(document);
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, DigestPeriod period, ArticleQuery query, string selection, CancellationToken cancellationToken)
    {
        if (await digests.ReadAsync(snapshot, query, period, cancellationToken) is not { Count: > 0 } articles) return null;
        var texts = DigestTexts.In(site.Language);
        var name = texts.TitleOf(period, articles.Count);
        var shown = articles.Select(article => HanArticles.In(article, query.Script)).ToArray();
        var address = links.Public(Routes.DigestOf(period.Key));
        var head = new PageHead(
            pageLinks.TitleOf(name), site.Description, site.Language, selection.Length == 0 ? address : $"{address}?{selection}",
            pageLinks.SelectionFeeds(
                texts.TitleOf(site.Title, period.Grain),
                (selection.Length == 0 ? "" : selection + "&") + DigestParameter.TextOf(period.Grain)));
        var listing = new ArticleListing(shown, Older: null, Newer: null, snapshot.State.ChangedAt);
        return await renderer.RenderAsync<SectionView, SectionPage>(
            new SectionPage(head, listing, name, Description: null), snapshot.State.ChangedAt, SurrogateKeys.Articles);
    }
}
