using FeedApi.Model;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FeedApi.Feeds;

/// <summary>Chooses the format of a feed by Accept (RFC 9110, section 12.5.1).</summary>
/// <remarks>Never responds 406, which readers treat as a dead feed: a request that matches no format gets RSS.</remarks>
internal static class FeedNegotiation
{
    private const int Exact = 4, Alias = 3, Type = 2, Any = 1;

    /// <summary>The format that the client prefers; among equals the most specifically named one, then RSS.</summary>
    public static FeedFormat Choose(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return FeedFormat.Rss;
        var best = FeedFormat.All
            .Select(format => (Format: format, Match: MatchOf(format, ranges)))
            .OrderByDescending(choice => choice.Match.Quality)
            .ThenByDescending(choice => choice.Match.Specificity)
            .First();
        return best.Match.Quality > 0 ? best.Format : FeedFormat.Rss;
    }

    /// <summary>True when the client names HTML and prefers it to every feed format: a browser.</summary>
    public static bool IsForPeople(StringValues accept)
    {
        // The default of Java's HTTP client, sent by many feed readers; it would prefer HTML.
        if (accept.ToString().StartsWith("text/html, image/gif, image/jpeg,", StringComparison.OrdinalIgnoreCase)) return false;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return false;
        var html = ranges.Where(range => Is(range.MediaType.Value ?? "", "text/html"))
            .Select(range => range.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
        return html > 0 && FeedFormat.All.All(format => MatchOf(format, ranges).Quality < html);
    }

    // The most specific range decides, even with a lower quality. Of two aliases the one with the higher quality is used.
    private static (double Quality, int Specificity) MatchOf(FeedFormat format, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, specificity) = (0.0, 0);
        foreach (var range in ranges)
        {
            var matched = SpecificityOf(format, range.MediaType.Value ?? "");
            var rangeQuality = range.Quality ?? 1;
            if (matched > specificity || (matched == specificity && matched > 0 && rangeQuality > quality))
                (quality, specificity) = (rangeQuality, matched);
        }

        return (quality, specificity);
    }

    private static int SpecificityOf(FeedFormat format, string range)
    {
        if (Is(range, format.MediaType)) return Exact;
        if (format == FeedFormat.Json && Is(range, "application/json")) return Alias;
        if (format == FeedFormat.Rss && (Is(range, "application/xml") || Is(range, "text/xml"))) return Alias;
        return Is(range, "application/*") ? Type : Is(range, "*/*") ? Any : 0;
    }

    private static bool Is(string range, string mediaType) => range.Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
