using FeedApi.Api.Site;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>Handles requests for the list of articles: responds with a page of any selection, with links to the adjacent pages.</summary>
internal sealed class ArticleListHandler(
    ArticleQueryParser queries,
    IArticleReader reader,
    DocumentCache cache,
    ArticleContracts contracts,
    SiteLinks links,
    SiteConfig site,
    RequestLimits limits)
{
    private const string Path = "/api/v1/articles";

    private readonly byte[] cursorKey = Cursor.KeyOf(site);

    private readonly string[] parameters =
        [.. queries.Names, .. ListingParameters.Names, "cursor", "fields", "content", "include", "highlight"];

    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (StrictParameters.FaultIn(query, parameters) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        if (ArticlePresentation.Parse(query, "none", ["facets", "total"], out var fault) is not { } presentation)
            return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        var parsed = await queries.ParseAsync(Pairs(query), context.RequestAborted);
        if (parsed.Query is not { } selected)
            return HttpProblem.BadParameter(parsed.Fault!.Parameter, parsed.Fault.Detail, parsed.Fault.Nearest);
        if (ListingParameters.Read(query, ref selected, out var shape) is { } bad)
            return HttpProblem.BadParameter(bad.Parameter, bad.Detail, bad.Nearest);
        var scope = CanonicalQuery.ScopeOf(selected);
        if (!TryReadCursor(query, scope, out var position)) return BadCursor();
        var page = selected with
        {
            Position = position,
            Bodies = presentation.Highlights ? presentation.Bodies | ArticleBodies.Text : presentation.Bodies,
            CountsTotal = presentation.Wants("total"),
            CountsFacets = presentation.Wants("facets"),
        };
        var shown = Join(Join(parsed.Canonical, presentation.QueryString), shape);
        var address = new ListingAddress(links.Public(Path), shown, scope, cursorKey);
        var cost = ReadCosts.Of(page);
        if (cost == ReadCost.Expensive) limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        var document = await cache.GetOrBuildAsync(
            "api " + address.Of(position),
            token => reader.ReadAsync(cost, snapshot => BuildAsync(snapshot, page, address, presentation, token), token),
            context.RequestAborted);
        return new DocumentResult(document!);
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot,
        ArticleQuery query,
        ListingAddress address,
        ArticlePresentation presentation,
        CancellationToken cancellationToken)
    {
        var page = await snapshot.ListAsync(query, cancellationToken);
        var (next, previous) = (address.OrNull(page.Next), address.OrNull(page.Previous));
        var highlights = presentation.Highlights ? query.Search : null;
        var translations = await ArticleContracts.TranslationsOfAsync(snapshot, page.Articles, cancellationToken);
        object[] articles = [.. page.Articles.Select(article =>
            ArticleFields.Choose(
                contracts.Of(article, presentation.Bodies, translations, highlights, query.Script) with
                {
                    Copies = contracts.CopiesOf(article, page.Copies, query.Script),
                },
                presentation.Fields))];
        var completeSince = NeedsBodies(query) ? snapshot.RenderedSince : null;
        var body = ApiJson.Write(
            new { Data = articles, Page = new PageContract(next, previous, page.Total, completeSince), page.Facets, page.Groups });
        return new Document(ApiJson.ContentType, body, page.ChangedAt)
        {
            CacheControl = completeSince is not null || (page.Total is not null && snapshot.RenderedSince is not null)
                ? CachePolicy.Unfinished
                : CachePolicy.Brief,
            Link = LinkOf(next, previous),
            IsOneOfMany = true,
            // Any article may become a translation of one of these.
            Tags = translations is null ? TagsOf(query) : [.. TagsOf(query), SurrogateKeys.Articles],
        };
    }

    // What is found by its body, while bodies are still being read.
    private static bool NeedsBodies(ArticleQuery query) =>
        query.Search is not null || query.CountsFacets || query.Has != ArticleParts.None || query.Lacks != ArticleParts.None;

    // A change of the selection affects a term of every filter that is required, so the first of them is enough.
    // Whether an article is a copy may depend on one without the term.
    private static string[] TagsOf(ArticleQuery query) => query.IsDeduplicated ? [SurrogateKeys.Articles]
        : query.Terms.FirstOrDefault(filter => !filter.IsExcluded) is { } filter
        ? [.. filter.Slugs.Select(slug => SurrogateKeys.Term(filter.Kind, slug))]
        : [SurrogateKeys.Articles];

    private string LinkOf(string? next, string? previous)
    {
        List<string> targets = [];
        if (next is not null) targets.Add($"<{next}>; rel=\"next\"");
        if (previous is not null) targets.Add($"<{previous}>; rel=\"prev\"");
        return string.Join(", ", [.. targets, ApiCatalog.DescriptionLinkOf(links)]);
    }

    private bool TryReadCursor(IQueryCollection query, string scope, out CursorPosition? position)
    {
        position = query["cursor"] is [{ } cursor] ? Cursor.Read(cursor, scope, cursorKey) : null;
        return position is not null || query["cursor"].Count == 0;
    }

    private static HttpProblem BadCursor()
    {
        const string detail = "The cursor is not valid for this selection and order, or was altered; start again without it.";
        return new HttpProblem(400, "bad-cursor", "Bad cursor", detail) { Errors = [new BadParameterError("cursor", detail)] };
    }

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection query) =>
        query.SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? "")));

    private static string Join(string first, string second) =>
        first.Length == 0 || second.Length == 0 ? first + second : $"{first}&{second}";

    // One selection and presentation, at any position.
    private sealed record ListingAddress(string Path, string QueryString, string Scope, byte[] Key)
    {
        public string Of(CursorPosition? position)
        {
            var query = position is { } start ? Join(QueryString, "cursor=" + Cursor.Write(start, Scope, Key)) : QueryString;
            return query.Length == 0 ? Path : $"{Path}?{query}";
        }

        public string? OrNull(CursorPosition? position) => position is null ? null : Of(position);
    }
}
