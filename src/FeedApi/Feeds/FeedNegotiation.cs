using FeedApi.Model;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FeedApi.Feeds;

/// <summary>Chooses the format of a feed by Accept (RFC 9110, section 12.5.1).</summary>
/// <remarks>Never refuses: readers remember a 406 as a dead feed, so whatever matches nothing gets RSS.</remarks>
internal static class FeedNegotiation
{
    private const int Exact = 4, Alias = 3, Type = 2, Any = 1;

    /// <summary>The format that the client likes best; among equals the one that it names, then RSS.</summary>
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

    /// <summary>True when the client names HTML and likes it better than every feed format: a browser.</summary>
    public static bool IsForPeople(StringValues accept)
    {
        // What Java sends when a program sets nothing, so many a feed reader; it would prefer HTML.
        if (accept.ToString().StartsWith("text/html, image/gif, image/jpeg,", StringComparison.OrdinalIgnoreCase)) return false;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return false;
        var html = ranges.Where(range => Is(range.MediaType.Value ?? "", "text/html"))
            .Select(range => range.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();
        return html > 0 && FeedFormat.All.All(format => MatchOf(format, ranges).Quality < html);
    }

    // The most specific range decides; its quality may well be the lower one. Of two aliases the better liked one counts.
    private static (double Quality, int Specificity) MatchOf(FeedFormat format, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, specificity) = (0.0, 0);
        foreach (var range in ranges)
        {
            var matched = SpecificityOf(format, range.MediaType.Value ?? "");
            var liking = range.Quality ?? 1;
            if (matched > specificity || (matched == specificity && matched > 0 && liking > quality))
                (quality, specificity) = (liking, matched);
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
