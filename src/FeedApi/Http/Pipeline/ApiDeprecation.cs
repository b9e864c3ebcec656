using System.Globalization;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Pipeline;

/// <summary>That the API is to end, as the server's settings say it.</summary>
/// <param name="Since">From when on nobody should begin to use it (<c>Api:Deprecation</c>); may be in the future.</param>
/// <param name="Sunset">When it stops (<c>Api:Sunset</c>); not before <paramref name="Since"/>; null: not decided.</param>
/// <param name="Link">Where people read about it (<c>Api:DeprecationLink</c>); null: nowhere.</param>
public sealed record ApiDeprecation(DateTimeOffset? Since, DateTimeOffset? Sunset, Uri? Link)
{
    /// <summary>Nothing is to end.</summary>
    public static ApiDeprecation None { get; } = new(null, null, null);

    /// <summary>Adds the fields to an answer of the API.</summary>
    /// <remarks>RFC 9745 writes a date as a structured field, RFC 8594 as an HTTP-date. A Link in a 304 would take the place of the links of the answer that it confirms.</remarks>
    internal void Write(HttpResponse response)
    {
        var headers = response.Headers;
        if (Since is { } since) headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{since.ToUnixTimeSeconds()}");
        if (Sunset is { } sunset) headers["Sunset"] = HttpDate.Format(sunset);
        if (Link is null || response.StatusCode is StatusCodes.Status304NotModified) return;
        var link = $"<{Link.AbsoluteUri}>; rel=\"deprecation\"; type=\"text/html\"";
        headers.Link = headers.Link.Count == 0 ? link : $"{headers.Link}, {link}";
    }
}
