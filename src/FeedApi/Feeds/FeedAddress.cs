using FeedApi.Model;

namespace FeedApi.Feeds;

/// <summary>The feed that an address names.</summary>
/// <param name="Kind">The kind of term; null for the main feed.</param>
/// <param name="Slug">The term's slug as requested; empty for the main feed.</param>
/// <param name="Format">The format requested or negotiated.</param>
/// <param name="IsNegotiated">True when the address itself names no format.</param>
/// <param name="IsForPeople">True when a browser requests a page.</param>
internal sealed record FeedAddress(TermKind? Kind, string Slug, FeedFormat Format, bool IsNegotiated, bool IsForPeople = false)
{
    /// <summary>The feed that a request asks for; the format is that of the address, or negotiated when it is null.</summary>
    internal static FeedAddress Of(HttpRequest request, TermKind? kind, string slug, FeedFormat? format) =>
        new(
            kind,
            slug,
            format ?? FeedNegotiation.Choose(request.Headers.Accept),
            format is null,
            format is null && FeedNegotiation.IsForPeople(request.Headers.Accept));

    /// <summary>A unique key of the feed; slugs contain no spaces.</summary>
    internal string Key =>
        $"feed {(IsForPeople ? "page" : Format.Name)} {(IsNegotiated ? "negotiated" : "plain")} {Kind?.ToString() ?? "site"} {Slug}";
}
