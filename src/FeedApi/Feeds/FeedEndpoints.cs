using FeedApi.Feeds.Opml;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds;

/// <summary>The endpoints of all feeds: the main one and one for each term, in each format and negotiated; and the list of them.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps the feeds.</summary>
    public static IEndpointRouteBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        MapMain(routes, Routes.Feed, null);
        foreach (var format in FeedFormat.All) MapMain(routes, Routes.FeedIn(format), format);
        foreach (var kind in Enum.GetValues<TermKind>())
        {
            MapTerm(routes, Routes.TermFeed(kind), kind, null);
            foreach (var format in FeedFormat.All) MapTerm(routes, Routes.TermFeedIn(kind, format), kind, format);
        }

        return routes.MapOpml();
    }

    private static void MapMain(IEndpointRouteBuilder routes, string pattern, FeedFormat? format)
    {
        var route = routes.MapMethods(pattern, Methods, (HttpContext context, FeedHandler handler) =>
            handler.AnswerAsync(context, AddressOf(context, null, "", format)));
        // WordPress has its main feed at /feed/.
        if (format is null) route.WithMetadata(EverySpelling.Mark);
        Describe(
            route,
            format,
            "Main",
            "the site",
            "The newest articles of the site. Takes every filter of the list of articles, so any query is a feed.");
    }

    private static void MapTerm(IEndpointRouteBuilder routes, string pattern, TermKind kind, FeedFormat? format)
    {
        var route = routes.MapMethods(pattern, Methods, (string slug, HttpContext context, FeedHandler handler) =>
            handler.AnswerAsync(context, AddressOf(context, kind, slug, format)));
        var word = kind.ToString().ToLowerInvariant();
        Describe(
            route,
            format,
            kind.ToString(),
            $"one {word}",
            $"The newest articles of one {word}. A spelling that is not the canonical one is redirected.")
            .Produces(StatusCodes.Status301MovedPermanently)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static FeedAddress AddressOf(HttpContext context, TermKind? kind, string slug, FeedFormat? format) =>
        FeedAddress.Of(context.Request, kind, slug, format);

    private static RouteHandlerBuilder Describe(
        RouteHandlerBuilder route, FeedFormat? format, string feed, string subject, string description)
    {
        var types = (format is null ? FeedFormat.All : [format]).Select(each => each.MediaType).ToArray();
        var negotiation = format is null
            ? " The Accept field chooses the format; RSS when it names none of them, an HTML page when it prefers text/html."
            : "";
        return route
            .WithMetadata(new QueryDescription(typeof(FeedParameters)))
            .WithName($"Get{feed}Feed{(format is null ? "" : format.Name[..1].ToUpperInvariant() + format.Name[1..])}")
            .WithTags("Feeds")
            .WithSummary($"Feed of {subject} as {format?.Title ?? "RSS, Atom or JSON Feed"}")
            .WithDescription(description + negotiation)
            .Produces<string>(StatusCodes.Status200OK, types[0], format is null ? [.. types[1..], "text/html"] : types[1..])
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }
}
