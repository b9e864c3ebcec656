using System.Collections.Frozen;
using FeedApi.Http.Hosting;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace FeedApi.Http.Semantics;

/// <summary>
/// Decides whether an error is answered with a page for people or a problem document for programs (RFC 9110, section 12.5.1).
/// </summary>
internal static class ErrorNegotiation
{
    private const string Html = "text/html";

    private static readonly string[] ForPrograms =
        [HttpProblem.MediaType, "application/json", "application/rss+xml", "application/atom+xml", "application/feed+json"];

    // The others tell of faults that no browser makes.
    private static readonly FrozenSet<int> Statuses = new[] { 400, 404, 405, 410, 429, 500, 503 }.ToFrozenSet();

    /// <summary>True when the representation of an error depends on Accept.</summary>
    /// <remarks>Health checks and the management listener have programs as clients, and no pages.</remarks>
    public static bool IsNegotiated(HttpContext context, int status) =>
        Statuses.Contains(status)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        && context.RequestServices?.GetService<ManagementListener>()?.Owns(context) != true;

    /// <summary>True when the client names HTML and prefers it to everything that programs read: a browser.</summary>
    public static bool IsForPeople(StringValues accept)
    {
        var written = accept.ToString();
        if (!written.Contains(Html, StringComparison.OrdinalIgnoreCase)) return false;
        // The default of Java's HTTP client, which feed readers send too.
        if (written.StartsWith("text/html, image/gif, image/jpeg,", StringComparison.OrdinalIgnoreCase)) return false;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges)) return false;
        var html = ranges.Where(range => range.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase))
            .Select(range => range.Quality ?? 1).DefaultIfEmpty(0).Max();
        return html > 0 && ForPrograms.All(type => QualityOf(type, ranges) < html);
    }

    // The most specific range decides, even with a lower quality.
    private static double QualityOf(string type, IList<MediaTypeHeaderValue> ranges)
    {
        var (quality, specificity) = (0.0, 0);
        foreach (var range in ranges)
        {
            var matched = range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 3
                : range.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase) ? 2
                : range.MediaType.Equals("*/*", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            var given = range.Quality ?? 1;
            if (matched > specificity || (matched > 0 && matched == specificity && given > quality))
                (quality, specificity) = (given, matched);
        }

        return quality;
    }
}
