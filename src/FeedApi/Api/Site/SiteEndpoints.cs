using FeedApi.Api.Articles;
using FeedApi.Api.Terms;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Zola;

namespace FeedApi.Api.Site;

/// <summary><c>GET /api/v1/site</c>.</summary>
internal static class SiteEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the site.</summary>
    public static IEndpointRouteBuilder MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Site, Methods, AnswerAsync)
            .WithName("GetSite")
            .WithTags("Site")
            .WithSummary("The site")
            .WithDescription("Title, language, time zone, size and feeds of the site.")
            .Produces<SiteContract>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);
        return routes;
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, SiteConfig site, SiteLinks links, IArticleReader reader, DocumentCache cache)
    {
        if (StrictParameters.FaultIn(context.Request.Query, []) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        var document = await cache.GetOrBuildAsync(
            "api site", token => reader.ReadAsync(snapshot => BuildAsync(site, links, snapshot, token), token), context.RequestAborted);
        return new DocumentResult(document!);
    }

    private static async ValueTask<Document?> BuildAsync(
        SiteConfig site, SiteLinks links, IArticleSnapshot snapshot, CancellationToken cancellationToken)
    {
        var newest = await snapshot.ListAsync(new ArticleQuery { Limit = 1 }, cancellationToken);
        var contract = new SiteContract
        {
            Title = site.Title,
            Description = site.Description,
            Language = site.Language,
            Timezone = site.TimeZone.Id,
            Url = links.Home,
            Author = site.Author is { } author ? new AuthorContract(TermSlugs.Of(site, author.Key), author.Name, author.Url) : null,
            ArticleCount = snapshot.State.ArticleCount,
            Newest = newest.Articles is [var article] ? article.Published : null,
            Feeds = new FeedLinksContract(links.MainFeed("rss"), links.MainFeed("atom"), links.MainFeed("json")),
            Opml = links.Public("/opml.xml"),
        };
        return new Document(ApiJson.ContentType, ApiJson.Write(contract), snapshot.State.ChangedAt)
        {
            CacheControl = snapshot.RenderedSince is null ? CachePolicy.Brief : CachePolicy.Unfinished,
            Link = ApiCatalog.DescriptionLinkOf(links),
            Tags = [SurrogateKeys.Articles],
        };
    }
}
