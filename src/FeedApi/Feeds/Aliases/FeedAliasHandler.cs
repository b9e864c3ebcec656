using FeedApi.Catalog;
using FeedApi.Feeds.Deltas;
using FeedApi.Http.Documents;
using FeedApi.Http.Limits;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Aliases;

/// <summary>
/// Handles requests for other programs' addresses: responds with FeedApi's own document, whose <c>self</c> link is its own address.
/// </summary>
/// <remarks>WebSub, section 4.1: a subscriber follows the one topic that <c>rel=self</c> names, wherever it found the feed.</remarks>
internal sealed class FeedAliasHandler(
    FeedSelectionParser selections, FeedDocuments documents, FeedDeltas deltas, ITermLookup lookup, SiteLinks links, RequestLimits limits)
{
    /// <summary>The response to a GET or HEAD request.</summary>
    internal async Task<IResult> AnswerAsync(HttpContext context, FeedAlias alias)
    {
        var slug = alias.Slug ?? (string)context.GetRouteValue(FeedAliasAddress.SlugParameter)!;
        if (alias.Tags?.Includes(slug) == false) return FeedHandler.Unknown(TermKind.Tag, slug);
        var query = alias.QueryOf is { } queryOf ? queryOf(context.Request) : context.Request.Query;
        if (query is null) return HttpProblem.NotFound("unknown-address", "There is no such date.");
        var (selection, fault) = await selections.ParseAsync(query, alias.Limit, context.RequestAborted);
        if (selection is null) return HttpProblem.BadParameter(fault!.Parameter, fault.Detail, fault.Nearest);
        if (alias.Format is null) context.Response.Headers.Vary = VaryField.Negotiated;
        var asked = FeedAddress.Of(context.Request, alias.Kind, slug, alias.Format);
        if (selection.Cost == ReadCost.Expensive) limits.ChargeExpensive(context.Connection.RemoteIpAddress);
        if (await documents.FindAsync(asked, selection, context.RequestAborted) is { } document)
            return await ResultOfAsync(context, asked, selection, document);
        var kind = alias.Kind ?? throw new InvalidOperationException("The main feed always has a document.");
        if (await lookup.FindTermAsync(kind, slug, context.RequestAborted) is not { } term) return FeedHandler.Unknown(kind, slug);
        // Readers know this spelling from another program, so it is served and not redirected.
        var canonical = asked with { Slug = term.Slug };
        return await documents.FindAsync(canonical, selection, context.RequestAborted) is { } found
            ? await ResultOfAsync(context, canonical, selection, found)
            : FeedHandler.Unknown(kind, slug);
    }

    // The document of a negotiated address has its own Content-Location.
    private ValueTask<IResult> ResultOfAsync(HttpContext context, FeedAddress address, FeedSelection selection, Document document)
    {
        if (!address.IsNegotiated) context.Response.Headers.ContentLocation = LocationOf(address, selection);
        return deltas.AnswerAsync(context.Request, address, selection, document, context.RequestAborted);
    }

    private string LocationOf(FeedAddress address, FeedSelection selection)
    {
        var feed = address.Kind is { } kind ? links.TermFeed(kind, address.Slug, address.Format.Name) : links.MainFeed(address.Format.Name);
        return selection.QueryString.Length == 0 ? feed : $"{feed}?{selection.QueryString}";
    }
}
