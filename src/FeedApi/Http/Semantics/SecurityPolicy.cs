namespace FeedApi.Http.Semantics;

/// <summary>Content-Security-Policy values.</summary>
internal static class SecurityPolicy
{
    /// <summary>For feeds, API, errors and files: nothing may run or load, even when a browser renders them as a page.</summary>
    public const string Data = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>For drawings made of articles, whose looks are described in them: nothing may run or load.</summary>
    public const string Drawing =
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private const string Page = "font-src 'self'; script-src 'none'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'; object-src 'none'";

    /// <summary>For HTML pages: images, media and the site's own style sheet; no scripts.</summary>
    /// <param name="isHttps">True for https, where http URLs in articles are upgraded because browsers block mixed content.</param>
    /// <param name="frameHosts">Hosts whose players may be embedded; empty for none.</param>
    /// <param name="hasStyles">True when articles may have style attributes, which the sanitiser judges.</param>
    public static string ForPages(bool isHttps, IReadOnlyCollection<string> frameHosts, bool hasStyles = false)
    {
        var scheme = isHttps ? "https:" : "https: http:";
        var frames = frameHosts.Count == 0
            ? ""
            : $" frame-src {string.Join(' ', frameHosts.Order(StringComparer.Ordinal).Select(host => "https://" + host))};";
        var styles = hasStyles ? "style-src 'self'; style-src-attr 'unsafe-inline'" : "style-src 'self'";
        return $"default-src 'none'; img-src 'self' {scheme} data:; "
            + $"media-src 'self' {scheme};{frames} {styles}; {Page}{(isHttps ? "; upgrade-insecure-requests" : "")}";
    }

    /// <summary>For Swagger UI, which needs the server's own scripts.</summary>
    public const string Documentation = "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self'; " +
        "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
