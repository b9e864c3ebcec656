using System.Globalization;
using FeedApi.Api.Site;
using FeedApi.Catalog;
using FeedApi.Http.Documents;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Model.Text;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>Handles requests for the articles related to an article.</summary>
internal sealed class RelatedArticles(
    IArticleReader reader, DocumentCache cache, ArticleContracts contracts, SiteLinks links, RequestLimits limits)
{
    private const int DefaultLimit = 5;
    private const int MaxLimit = 20;

    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context, string id)
    {
        var query = context.Request.Query;
        if (StrictParameters.FaultIn(query, ["limit"]) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        if (LimitOf(query) is not { } limit)
        {
            return HttpProblem.BadParameter(
                "limit",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"limit is \"{MessageText.Shorten(query["limit"].ToString())}\"; it must be a number from 1 to {MaxLimit}."),
                DefaultLimit.ToString(CultureInfo.InvariantCulture));
        }

        limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        var document = await cache.GetOrBuildAsync(
            string.Create(CultureInfo.InvariantCulture, $"api related {limit} {id}"),
            token => reader.ReadAsync(ReadCost.Expensive, snapshot => BuildAsync(snapshot, id, limit, token), token),
            context.RequestAborted);
        return document is not null ? new DocumentResult(document)
            : HttpProblem.NotFound(
                "unknown-article", $"There is no article \"{MessageText.Shorten(id)}\"; GET /api/v1/articles lists them.");
    }

    private static int? LimitOf(IQueryCollection query)
    {
        if (query["limit"] is not [{ } written]) return query["limit"].Count == 0 ? DefaultLimit : null;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit
            ? limit
            : null;
    }

    private async ValueTask<Document?> BuildAsync(IArticleSnapshot snapshot, string id, int limit, CancellationToken cancellationToken)
    {
        if (await snapshot.ListRelatedAsync(id, limit, cancellationToken) is not { } articles) return null;
        var translations = await ArticleContracts.TranslationsOfAsync(snapshot, articles, cancellationToken);
        var body = ApiJson.Write(
            new RelatedContract([.. articles.Select(article => contracts.Of(article, ArticleBodies.None, translations))]));
        return new Document(ApiJson.ContentType, body, snapshot.State.ChangedAt)
        {
            CacheControl = snapshot.RenderedSince is null ? CachePolicy.Brief : CachePolicy.Unfinished,
            Link = ApiCatalog.DescriptionLinkOf(links),
            IsOneOfMany = true,
            Tags = [SurrogateKeys.Articles],
        };
    }
}
