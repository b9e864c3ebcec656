using System.Globalization;
using FeedApi.Http.Semantics;

namespace FeedApi.Http.Pipeline;

/// <summary>The fields that announce the deprecation and sunset of the API.</summary>
internal static class DeprecationFields
{
    /// <summary>Adds the fields to a response of the API.</summary>
    /// <remarks>
    /// RFC 9745 uses a structured-field date, RFC 8594 an HTTP-date. A 304 has no Link, which would replace the links of the stored
    /// response.
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
