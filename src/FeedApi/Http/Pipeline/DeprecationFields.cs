using System.Globalization;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Pipeline;

/// <summary>The fields that announce the end of the API.</summary>
internal static class DeprecationFields
{
    /// <summary>Adds them to an answer of the API.</summary>
    /// <remarks>
    /// RFC 9745 writes a date as a structured field, RFC 8594 as an HTTP-date. A Link in a 304 would take the place of the links of the
    /// answer that it confirms.
    /// </remarks>
    public static void Write(HttpResponse response, ApiOptions api)
    {
        var headers = response.Headers;
        if (api.Deprecation is { } since)
            headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{since.ToUnixTimeSeconds()}");
        if (api.Sunset is { } sunset) headers["Sunset"] = HttpDate.Format(sunset);
        if (api.DeprecationLink is not { } address || response.StatusCode is StatusCodes.Status304NotModified) return;
        var link = $"<{address.AbsoluteUri}>; rel=\"deprecation\"; type=\"text/html\"";
        headers.Link = headers.Link.Count == 0 ? link : $"{headers.Link}, {link}";
    }
}
