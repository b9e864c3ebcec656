namespace FeedApi.Http.Semantics;

/// <summary>Content-Security-Policy values.</summary>
internal static class SecurityPolicy
{
    /// <summary>For feeds, API, errors and files: nothing may run or load, even when a browser shows them as a page.</summary>
    public const string Data = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private const string Page = "style-src 'self'; font-src 'self'; script-src 'none'; base-uri 'none'; form-action 'self'; "
        + "frame-ancestors 'none'; object-src 'none'";

    /// <summary>For reading pages: images, media and our own style sheet; no script at all.</summary>
    /// <param name="isHttps">True: what an article loads over http is loaded over https, as browsers want it on such a page.</param>
    /// <param name="frameHosts">Hosts whose players may be shown; empty: none.</param>
    public static string ForPages(bool isHttps, IReadOnlyCollection<string> frameHosts)
    {
        var scheme = isHttps ? "https:" : "https: http:";
        var frames = frameHosts.Count == 0
            ? ""
            : $" frame-src {string.Join(' ', frameHosts.Order(StringComparer.Ordinal).Select(host => "https://" + host))};";
        return $"default-src 'none'; img-src 'self' {scheme} data:; "
            + $"media-src 'self' {scheme};{frames} {Page}{(isHttps ? "; upgrade-insecure-requests" : "")}";
    }

    /// <summary>For the Swagger UI page, which is nothing but scripts of our own.</summary>
    public const string Documentation = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
        "script-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
