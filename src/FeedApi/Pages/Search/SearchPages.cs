using System.Globalization;
using FeedApi.Catalog;
using FeedApi.Catalog.Search;
using FeedApi.Http.Documents;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Model.Dates;
using FeedApi.Pages.Views;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages.Search;

/// <summary>Builds the pages of searches: the selections of the list of articles, for people.</summary>
internal sealed class SearchPages(
    SiteConfig site,
    SiteLinks links,
    PageLinks pageLinks,
    PageTexts texts,
    ArticleQueryParser queries,
    IArticleReader reader,
    DocumentCache cache,
    PageRenderer renderer,
    RequestLimits limits)
{
    // As the store counts at most.
    private const int MaxCounted = 10_000;
    private const int MaxFacets = 12;

    private readonly byte[] cursorKey = Cursor.KeyOf(site);
    private readonly string path = links.Public(Routes.Search);

    /// <summary>The response to a GET or HEAD request.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (pageLinks.Search is null) return HttpProblem.NotFound("unknown-address", "This site has no page of searches.");
        var given = context.Request.Query;
        // A form sends fields that nobody has filled in, too.
        var parameters = given.SelectMany(each => each.Value, (each, value) => KeyValuePair.Create(each.Key, value ?? ""))
            .Where(each => each.Value.Length > 0);
        var parsed = await queries.ParseAsync(parameters, context.RequestAborted);
        if (parsed.Query is not { } query)
            return HttpProblem.BadParameter(parsed.Fault!.Parameter, parsed.Fault.Detail, parsed.Fault.Nearest);
        var selection = CanonicalQuery.SelectionOf(query);
        if (selection.Length == 0) return new DocumentResult((await FindFormAsync(context.RequestAborted))!);
        CursorPosition? position = null;
        if (given[ListingPlace.CursorParameter].ToString() is { Length: > 0 } cursor)
        {
            position = Cursor.Read(cursor, CanonicalQuery.ScopeOf(query), cursorKey);
            if (position is null) return PageHandler.BadCursor;
        }

        limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        var shown = query with { Position = position, CountsTotal = true, CountsFacets = position is null, Bodies = ArticleBodies.Text };
        var document = await cache.GetOrBuildAsync(
            $"page search {parsed.Canonical} {position}",
            token => reader.ReadAsync(ReadCost.Expensive, snapshot => BuildAsync(snapshot, shown, given["q"].ToString(), token), token),
            context.RequestAborted);
        return new DocumentResult(document!);
    }

    private ValueTask<Document?> FindFormAsync(CancellationToken cancellationToken) => cache.GetOrBuildAsync(
        "page search",
        async token =>
        {
            var state = await reader.ReadAsync(snapshot => ValueTask.FromResult(snapshot.State), token);
            var head = new PageHead(pageLinks.TitleOf(texts.Search), site.Description, site.Language, path, pageLinks.SiteFeeds);
            return await renderer.RenderAsync<SearchView, SearchPage>(
                new SearchPage(head, ""), state.ChangedAt, SurrogateKeys.Articles);
        },
        cancellationToken);

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, ArticleQuery query, string words, CancellationToken cancellationToken)
    {
        var page = await snapshot.ListAsync(query, cancellationToken);
        var title = words.Length > 0 ? $"{words} - {texts.Search}" : texts.Search;
        // No canonical address: crawlers are not to index what anybody may search for.
        var head = new PageHead(
            pageLinks.TitleOf(title), site.Description, site.Language, "", [.. FeedsOf(query, words), .. pageLinks.SiteFeeds]);
        var hits = new SearchHits(
            [.. page.Articles.Select(article => HitOf(article, query))], page.Total ?? 0, IsTotalExact: page.Total < MaxCounted)
        {
            Next = AddressOf(query, page.Next),
            Previous = AddressOf(query, page.Previous),
            ByDate = query.Sort == ArticleSort.NewestFirst ? null : AddressOf(query with { Sort = ArticleSort.NewestFirst }),
            ByRelevance = query.Search is null || query.Sort == ArticleSort.Relevance
                ? null
                : AddressOf(query with { Sort = ArticleSort.Relevance }),
            Chosen = [.. ChosenIn(query)],
            Categories = [.. (page.Facets?.Categories ?? []).Take(MaxFacets).Where(facet => !Has(query, facet)).Select(facet =>
                new SearchLink(facet.Name, facet.Count, AddressOf(With(query, facet))))],
            Years = [.. (page.Facets?.Years ?? []).Take(MaxFacets).Where(_ => query.From is null && query.To is null).Select(facet =>
                new SearchLink(
                    facet.Year.ToString(CultureInfo.InvariantCulture), facet.Count, AddressOf(InYear(query, facet.Year))))],
        };
        return await renderer.RenderAsync<SearchView, SearchPage>(
            new SearchPage(head, words) { Hits = hits }, page.ChangedAt, SurrogateKeys.Articles);
    }

    private static SearchHit HitOf(Article article, ArticleQuery query)
    {
        var shown = HanArticles.In(article with { Text = "" }, query.Script);
        if (query.Search is not { } search) return new SearchHit(shown, null, null);
        var highlight = SearchHighlight.Of(search, article.Title, article.Text);
        return new SearchHit(shown, HanArticles.In(highlight.Title, query.Script), HanArticles.In(highlight.Text, query.Script));
    }

    private IReadOnlyList<FeedLink> FeedsOf(ArticleQuery query, string words) => pageLinks.SelectionFeeds(
        words.Length > 0 ? words : texts.Search, CanonicalQuery.SelectionOf(query with { Sort = ArticleSort.NewestFirst }));

    private IEnumerable<SearchLink> ChosenIn(ArticleQuery query)
    {
        foreach (var filter in query.Terms)
        {
            var name = (filter.IsExcluded ? "− " : "") + string.Join(", ", filter.Slugs);
            yield return new SearchLink(name, null, AddressOf(query with { Terms = [.. query.Terms.Where(each => each != filter)] }));
        }

        if (query.From is null && query.To is null) yield break;
        var days = $"{DayOf(query.From)} – {DayOf(query.To?.AddSeconds(-1))}";
        yield return new SearchLink(days, null, AddressOf(query with { From = null, To = null }));
    }

    private string DayOf(DateTimeOffset? instant) => instant is null
        ? ""
        : TimeZoneInfo.ConvertTime(instant.Value, site.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Has(ArticleQuery query, TermFacet facet) => query.Terms.Any(filter =>
        filter is { Kind: TermKind.Category, IsExcluded: false } && filter.Slugs.Contains(facet.Slug, StringComparer.OrdinalIgnoreCase));

    private static ArticleQuery With(ArticleQuery query, TermFacet facet) =>
        query with { Terms = [.. query.Terms, new TermFilter(TermKind.Category, [facet.Slug])] };

    private ArticleQuery InYear(ArticleQuery query, int year) => query with
    {
        From = PostDate.Midnight(new DateOnly(year, 1, 1), site.TimeZone),
        To = year < DateOnly.MaxValue.Year ? PostDate.Midnight(new DateOnly(year + 1, 1, 1), site.TimeZone) : null,
    };

    private string AddressOf(ArticleQuery query)
    {
        var selection = CanonicalQuery.WithLimit(CanonicalQuery.SelectionOf(query), query.Limit);
        return selection.Length == 0 ? path : $"{path}?{selection}";
    }

    private string? AddressOf(ArticleQuery query, CursorPosition? position) => position is { } start
        ? $"{AddressOf(query)}&cursor={Uri.EscapeDataString(Cursor.Write(start, CanonicalQuery.ScopeOf(query), cursorKey))}"
        : null;
}
