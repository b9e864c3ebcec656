using FeedApi.Api.Site;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Rendering;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>Handles requests for one article: responds with the article, 410 when it was deleted, or 404.</summary>
internal sealed class SingleArticle(
    ArticleQueryParser queries, IArticleReader reader, DocumentCache cache, ArticleContracts contracts, SiteLinks links)
{
    private const string Neighbours = "neighbours";

    // The order is that of publication, and a search has no neighbours.
    private readonly string[] parameters =
    [
        "fields", "content", "include", .. queries.Names.Except(["q", "from", "to", "updated_since", "ids", "url", "sort", "limit"]),
    ];

    /// <summary>The response to a GET or HEAD request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="id">The article's id.</param>
    /// <param name="named">The id to name when there is none; null for the same.</param>
    internal async Task<IResult> AnswerAsync(HttpContext context, string id, string? named = null)
    {
        var query = context.Request.Query;
        if (StrictParameters.FaultIn(query, parameters) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        if (ArticlePresentation.Parse(query, "html", [Neighbours], out var fault) is not { } presentation)
            return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        var parsed = await queries.ParseAsync(
            query.Where(each => each.Key is not ("fields" or "content" or "include"))
                .SelectMany(each => each.Value.Select(value => KeyValuePair.Create(each.Key, value ?? ""))),
            context.RequestAborted);
        if (parsed.Query is not { } selection)
            return HttpProblem.BadParameter(parsed.Fault!.Parameter, parsed.Fault.Detail, parsed.Fault.Nearest);
        var document = await cache.GetOrBuildAsync(
            $"api article {presentation.QueryString} ?{parsed.Canonical} {id}",
            token => reader.ReadAsync(
                ReadCost.Unknown, snapshot => BuildAsync(snapshot, id, presentation, selection, token), token),
            context.RequestAborted);
        if (document is not null) return new DocumentResult(document);
        var tombstone = await reader.ReadAsync(
            snapshot => FindTombstoneAsync(snapshot, id, named, context.RequestAborted), context.RequestAborted);
        return tombstone is null
            ? HttpProblem.NotFound(
                "unknown-article", $"There is no article \"{MessageText.Shorten(named ?? id)}\"; GET /api/v1/articles lists them.")
            : new HttpProblem(410, "article-deleted", "Gone", "The article was published here and has been deleted.");
    }

    private static async ValueTask<Change?> FindTombstoneAsync(
        IArticleSnapshot snapshot, string id, string? named, CancellationToken cancellationToken) =>
        await snapshot.FindTombstoneAsync(id, cancellationToken)
        ?? (named is null ? null : await snapshot.FindTombstoneAsync(named, cancellationToken));

    private async ValueTask<Document?> BuildAsync(
        IArticleSnapshot snapshot, string id, ArticlePresentation presentation, ArticleQuery selection, CancellationToken cancellationToken)
    {
        if (await snapshot.FindAsync(id, presentation.Bodies, cancellationToken) is not { } article) return null;
        var translations = await ArticleContracts.TranslationsOfAsync(snapshot, [article], cancellationToken);
        var contract = contracts.Of(article, presentation.Bodies, translations, script: selection.Script);
        var hasNeighbours = presentation.Wants(Neighbours);
        if (hasNeighbours)
        {
            contract = contract with
            {
                Previous = await NeighbourAsync(snapshot, article, selection with { Sort = ArticleSort.NewestFirst }, cancellationToken),
                Next = await NeighbourAsync(snapshot, article, selection with { Sort = ArticleSort.OldestFirst }, cancellationToken),
            };
        }

        var body = ApiJson.Write(ArticleFields.Choose(contract, presentation.Fields));
        return new Document(ApiJson.ContentType, body, snapshot.State.ChangedAt)
        {
            CacheControl = CachePolicy.Brief,
            Link = $"<{links.Article(article)}>; rel=\"alternate\"; type=\"text/html\", {ApiCatalog.DescriptionLinkOf(links)}",
            IsOneOfMany = true,
            // Any article may become a translation or a neighbour of this one.
            Tags = article.TranslationKey is null && !hasNeighbours
                ? [SurrogateKeys.Article(id)]
                : [SurrogateKeys.Article(id), SurrogateKeys.Articles],
        };
    }

    private async ValueTask<NeighbourContract?> NeighbourAsync(
        IArticleSnapshot snapshot, Article article, ArticleQuery selection, CancellationToken cancellationToken)
    {
        var position = new CursorPosition(article.Published.ToUnixTimeSeconds(), article.Id, IsBackward: false);
        var page = await snapshot.ListAsync(selection with { Position = position, Limit = 1 }, cancellationToken);
        return page.Articles is [var other]
            ? new NeighbourContract(other.Id, HanArticles.In(other, selection.Script).Title, links.Article(other))
            : null;
    }
}
