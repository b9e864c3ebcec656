namespace FeedApi.Http;

/// <summary>Says who may use an answer in the browser: a page only itself, everything else other people's programs and pages too.</summary>
internal static class CrossOriginPolicy
{
    private const string ResourcePolicy = "Cross-Origin-Resource-Policy";
    private const string Exposed = "ETag, Link, Last-Modified, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Content-Location";

    /// <summary>Writes the fields (Fetch standard), without credentials; once written they stay.</summary>
    /// <remarks>A 304 has no media type, but its fields replace those of the stored page (RFC 9111, section 3.2): who makes one calls this first.</remarks>
    public static void Write(IHeaderDictionary headers, string? contentType)
    {
        if (headers.ContainsKey(ResourcePolicy)) return;
        if (contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false)
        {
            headers[ResourcePolicy] = "same-origin";
            return;
        }

        headers[ResourcePolicy] = "cross-origin";
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = Exposed;
    }
}
