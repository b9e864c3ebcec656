namespace FeedApi.Http;

/// <summary>Content-Security-Policy values.</summary>
public static class SecurityPolicy
{
    /// <summary>For feeds, API, errors and files: nothing may run or load, even when a browser shows them as a page.</summary>
    public const string Data = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>For reading pages: images, media and our own style sheet; no script at all.</summary>
    public const string Page = "default-src 'none'; img-src 'self' https: data:; media-src 'self' https:; style-src 'self'; font-src 'self'; " +
        "script-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>For the Swagger UI page, which is nothing but scripts of our own.</summary>
    public const string Documentation = "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; " +
        "script-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
