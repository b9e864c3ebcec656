using FeedApi.Api.Site;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Terms;

/// <summary>Handles requests for categories, tags and authors.</summary>
internal sealed class TermHandler(IArticleReader reader, DocumentCache cache, SiteLinks links, RequestLimits limits)
{
    private const int MaxSearchChars = 100;

    /// <summary>The parameters of a list.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["q"];

    /// <summary>All terms of a kind, or those that match <c>q</c>.</summary>
    internal async Task<IResult> ListAsync(HttpContext context, TermKind kind)
    {
        if (StrictParameters.FaultIn(context.Request.Query, Parameters) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        var search = context.Request.Query["q"].ToString().Trim();
        if (search.Length > MaxSearchChars)
            return HttpProblem.BadParameter("q", $"q has more than {MaxSearchChars} characters.", nearest: null);
        var cost = search.Length > 0 ? ReadCost.Expensive : ReadCost.Cheap;
        if (cost == ReadCost.Expensive) limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        var document = await cache.GetOrBuildAsync(
            $"api {SiteLinks.Collection(kind)} ?{search}",
            token => reader.ReadAsync(cost, snapshot => BuildListAsync(snapshot, kind, search, token), token),
            context.RequestAborted);
        return new DocumentResult(document!);
    }

    /// <summary>One term; another spelling of its slug is redirected.</summary>
    internal async Task<IResult> FindAsync(HttpContext context, TermKind kind, string slug)
    {
        if (StrictParameters.FaultIn(context.Request.Query, []) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        var document = await cache.GetOrBuildAsync(
            $"api {SiteLinks.Collection(kind)} {slug}",
            token => reader.ReadAsync(snapshot => BuildAsync(snapshot, kind, slug, token), token),
            context.RequestAborted);
        if (document is not null) return new DocumentResult(document);
        if (await reader.ReadAsync(
            snapshot => snapshot.FindTermAsync(kind, slug, context.RequestAborted), context.RequestAborted) is { } term)
        {
            return new MovedResult(links.Public("/api/v1" + SiteLinks.TermPath(kind, term.Slug)), CachePolicy.Brief);
        }

        var word = WordOf(kind);
        return HttpProblem.NotFound(
            $"unknown-{word}", $"There is no {word} \"{MessageText.Shorten(slug)}\"; GET /api/v1/{SiteLinks.Collection(kind)} lists them.");
    }

    /// <summary>The word for one term of a kind.</summary>
    internal static string WordOf(TermKind kind) => kind switch { TermKind.Category => "category", TermKind.Tag => "tag", _ => "author" };

    private async ValueTask<Document?> BuildListAsync(
        IArticleSnapshot snapshot, TermKind kind, string search, CancellationToken cancellationToken)
    {
        var terms = await snapshot.ListTermsAsync(kind, cancellationToken);
        if (search.Length > 0) terms = TermFinder.Find(terms, search);
        return DocumentOf(
            new TermListContract([.. terms.Select(ContractOf)]), snapshot, SurrogateKeys.Articles, isOneOfMany: search.Length > 0);
    }

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, TermKind kind, string slug, CancellationToken cancellationToken)
    {
        var term = await snapshot.FindTermAsync(kind, slug, cancellationToken);
        if (term is null || !string.Equals(term.Slug, slug, StringComparison.Ordinal)) return null;
        return DocumentOf(ContractOf(term), snapshot, SurrogateKeys.Term(kind, slug), isOneOfMany: true);
    }

    private Document DocumentOf<T>(T contract, IArticleSnapshot snapshot, string tag, bool isOneOfMany) => new(
        ApiJson.ContentType, ApiJson.Write(contract), snapshot.State.ChangedAt)
    {
        CacheControl = snapshot.RenderedSince is null ? CachePolicy.Brief : CachePolicy.Unfinished,
        Link = ApiCatalog.DescriptionLinkOf(links),
        IsOneOfMany = isOneOfMany,
        Tags = [tag],
    };

    private TermContract ContractOf(TermSummary term) => new()
    {
        Slug = term.Slug,
        Name = term.Name,
        Description = term.Description,
        Count = term.Count,
        Newest = term.Newest,
        Url = links.Term(term.Kind, term.Slug),
        Feeds = new FeedLinksContract(
            links.TermFeed(term.Kind, term.Slug, "rss"),
            links.TermFeed(term.Kind, term.Slug, "atom"),
            links.TermFeed(term.Kind, term.Slug, "json")),
    };
}
