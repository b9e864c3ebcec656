using FeedApi.Http.Documents;
using FeedApi.Http.Semantics;
using FeedApi.Model;
using FeedApi.Pages.Markdown;
using FeedApi.Queries;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>Handles requests for the home page, a term, or a list of terms.</summary>
/// <remarks>Responds with the page, a redirect to the canonical spelling, or a problem.</remarks>
internal sealed class PageHandler(HomePages homes, TermPages terms, MarkdownPages markdown, ITermLookup lookup, SiteLinks links)
{
    /// <summary>The response with the home page.</summary>
    public async Task<IResult> HomeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var place = ListingPlace.Of(context.Request);
        var found = IsMarkdownWanted(context)
            ? await markdown.HomeAsync(place, context.RequestAborted)
            : await homes.FindAsync(place, context.RequestAborted);
        return found is { } document
            ? new DocumentResult(document)
            : BadCursor;
    }

    /// <summary>The response with the page of a term.</summary>
    public async Task<IResult> TermAsync(HttpContext context, TermKind kind, string slug)
    {
        ArgumentNullException.ThrowIfNull(context);
        var place = ListingPlace.Of(context.Request);
        var found = IsMarkdownWanted(context)
            ? await markdown.FindTermAsync(kind, slug, place, context.RequestAborted)
            : await terms.FindAsync(kind, slug, place, context.RequestAborted);
        if (found is { } document)
            return new DocumentResult(document);
        if (await lookup.FindTermAsync(kind, slug, context.RequestAborted) is not { } term) return Unknown(kind, slug);
        if (string.Equals(term.Slug, slug, StringComparison.Ordinal)) return BadCursor;
        return new MovedResult(MovedResult.WithQuery(links.Term(kind, term.Slug), context.Request));
    }

    /// <summary>The response with the list of all terms of a kind.</summary>
    public async Task<IResult> TermListAsync(HttpContext context, TermKind kind)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new DocumentResult(await terms.ListAsync(kind, context.RequestAborted));
    }

    /// <summary>The response to an invalid cursor.</summary>
    internal static HttpProblem BadCursor { get; } = new(
        400, "bad-cursor", "Bad cursor", "The cursor is not valid for this list; start again without it.")
    {
        Errors = [new BadParameterError(ListingPlace.CursorParameter, "Only a cursor from a link of this list is valid here.")],
    };

    private static bool IsMarkdownWanted(HttpContext context) => MarkdownNegotiation.IsWanted(context.Request.Headers.Accept);

    private static HttpProblem Unknown(TermKind kind, string slug)
    {
        var word = kind switch { TermKind.Category => "category", TermKind.Tag => "tag", _ => "author" };
        return HttpProblem.NotFound($"unknown-{word}", $"There is no {word} \"{slug}\"; /{SiteLinks.Collection(kind)} lists them.");
    }
}
