using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FeedApi.Http.Semantics;

/// <summary>
/// Decides whether a client wants a page as Markdown (RFC 9110, section 12.5.1): when it names it, and prefers it to HTML.
/// </summary>
internal static class MarkdownNegotiation
{
    private const string Markdown = "text/markdown";

    /// <summary>True when the client wants Markdown. No browser names it.</summary>
    public static bool IsWanted(StringValues accept)
    {
        if (!accept.ToString().Contains(Markdown, StringComparison.OrdinalIgnoreCase)) return false;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return false;
        var wanted = QualityOf(Markdown, ranges);
        return wanted > 0 && wanted >= QualityOf("text/html", ranges);
    }

    private static double QualityOf(string type, IList<MediaTypeHeaderValue> ranges) => ranges
        .Where(range => range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(range => range.Quality ?? 1)
        .DefaultIfEmpty(0).Max();
}
