using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using FeedApi.Catalog;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Api.Articles;

/// <summary>
/// Handles requests for all articles of a selection in one answer: as a table (CSV, RFC 4180) or as JSON on lines. They are read page by
/// page while they are sent, so that a million takes no more memory than a hundred.
/// </summary>
internal sealed class ArticleStreams(
    ArticleQueryParser queries, IArticleReader reader, ArticleContracts contracts, SiteLinks links, RequestLimits limits)
{
    private const int FlushBytes = 64 * 1024;

    private readonly string[] parameters = [.. queries.Names.Except(["limit"]), "fields", "content"];

    /// <summary>The response to a GET or HEAD request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isTable">True: CSV; false: JSON on lines.</param>
    internal async Task<IResult> AnswerAsync(HttpContext context, bool isTable)
    {
        var query = context.Request.Query;
        if (StrictParameters.FaultIn(query, parameters) is { } unknown)
            return HttpProblem.BadParameter(unknown.Parameter, unknown.Detail, unknown.Nearest);
        if (ArticlePresentation.Parse(query, "none", [], out var fault) is not { } presentation)
            return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        var parsed = await queries.ParseAsync(
            query.Where(each => each.Key is not ("fields" or "content"))
                .SelectMany(each => each.Value.Select(value => KeyValuePair.Create(each.Key, value ?? ""))),
            context.RequestAborted);
        if (parsed.Query is not { } selected)
            return HttpProblem.BadParameter(parsed.Fault!.Parameter, parsed.Fault.Detail, parsed.Fault.Nearest);
        limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        var whole = selected with { Bodies = presentation.Bodies, Limit = ArticleQuery.MaxLimit };
        // Before the first byte, so that what cannot be read is a problem and no half answer.
        var first = await ReadAsync(whole, context.RequestAborted);
        var response = context.Response;
        response.ContentType = isTable ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8";
        response.Headers.CacheControl = CachePolicy.Unfinished;
        response.Headers.Vary = VaryField.OfOther(response.Headers.Vary);
        response.Headers.ContentSecurityPolicy = SecurityPolicy.Data;
        response.Headers.Link = $"<{links.Public(Routes.Articles)}>; rel=\"alternate\"; type=\"application/json\"";
        if (HttpMethods.IsHead(context.Request.Method)) return Results.Empty;
        await SendAsync(response.BodyWriter, whole, presentation, first, isTable, context);
        return Results.Empty;
    }

    private ValueTask<ArticlePage> ReadAsync(ArticleQuery query, CancellationToken cancellationToken) =>
        reader.ReadAsync(ReadCosts.Of(query), snapshot => snapshot.ListAsync(query, cancellationToken), cancellationToken);

    private async Task SendAsync(
        PipeWriter body, ArticleQuery query, ArticlePresentation presentation, ArticlePage first, bool isTable, HttpContext context)
    {
        var table = isTable ? new ArticleTable(presentation) : null;
        if (table is not null) body.Write(Encoding.UTF8.GetBytes(table.Header));
        try
        {
            for (ArticlePage? page = first; page is not null;)
            {
                foreach (var article in page.Articles)
                {
                    var contract = contracts.Of(article, presentation.Bodies, script: query.Script);
                    if (table is not null) body.Write(Encoding.UTF8.GetBytes(table.RowOf(contract)));
                    else WriteLine(body, ArticleFields.Choose(contract, presentation.Fields));
                    if (body.UnflushedBytes > FlushBytes) await body.FlushAsync(context.RequestAborted);
                }

                page = page.Next is { } next ? await ReadAsync(query with { Position = next }, context.RequestAborted) : null;
            }

            await body.FlushAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && context.Response.HasStarted)
        {
            // An answer that ends early must not look complete.
            context.Abort();
        }
    }

    private static void WriteLine(PipeWriter body, object article)
    {
        body.Write(JsonSerializer.SerializeToUtf8Bytes(article, ApiJson.Options));
        body.Write("\n"u8);
    }
}
