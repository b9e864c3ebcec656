using FeedApi.Catalog;
using FeedApi.Feeds.Deltas;
using FeedApi.Feeds.History;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds;

/// <summary>Handles requests for feeds: responds with the document, a redirect to the canonical spelling, or a problem.</summary>
internal sealed class FeedHandler(
    FeedSelectionParser selections,
    FeedParts parts,
    FeedDocuments documents,
    FeedDeltas deltas,
    ITermLookup lookup,
    SiteLinks links,
    RequestLimits limits)
{
    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context, FeedAddress address)
    {
        if (address.IsNegotiated) context.Response.Headers.Vary = VaryField.Negotiated;
        var (selection, fault) = await selections.ParseAsync(context.Request.Query, defaultLimit: null, context.RequestAborted);
        if (selection is null) return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        if (parts.Read(context.Request.Query, WholeOf(address, selection), selection.HasFilters, out fault) is not { } part)
            return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        selection = selection with { Place = part, AskedQuery = AskedQueryOf(context.Request, address, selection) };
        if (selection.Cost == ReadCost.Expensive) limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        if (await documents.FindAsync(address, selection, context.RequestAborted) is { } document)
            return await deltas.AnswerAsync(context.Request, address, selection, document, context.RequestAborted);
        return await WithoutDocumentAsync(context, address);
    }

    // Pages for people have one address, the canonical one.
    private static string? AskedQueryOf(HttpRequest request, FeedAddress address, FeedSelection selection) =>
        address.IsForPeople || FeedQuery.Asked(request.QueryString.Value) is var asked && asked == selection.QueryString ? null : asked;

    private static ArticleQuery WholeOf(FeedAddress address, FeedSelection selection) => address.Kind is { } kind
        ? selection.Query with { Terms = [new TermFilter(kind, [address.Slug]), .. selection.Query.Terms] }
        : selection.Query;

    private async Task<IResult> WithoutDocumentAsync(HttpContext context, FeedAddress address)
    {
        var kind = address.Kind ?? throw new InvalidOperationException("The main feed always has a document.");
        if (await lookup.FindTermAsync(kind, address.Slug, context.RequestAborted) is not { } term) return Unknown(kind, address.Slug);
        var feed = address.IsNegotiated ? "/feed" : $"/feed.{address.Format.Name}";
        return new MovedResult(MovedResult.WithQuery(links.Public(SiteLinks.TermPath(kind, term.Slug) + feed), context.Request));
    }

    /// <summary>The response when no term has the slug.</summary>
    internal static HttpProblem Unknown(TermKind kind, string slug)
    {
        var word = kind switch { TermKind.Category => "category", TermKind.Tag => "tag", _ => "author" };
        return HttpProblem.NotFound(
            $"unknown-{word}", $"There is no {word} \"{slug}\"; GET /api/v1/{SiteLinks.Collection(kind)} lists them.");
    }
}
