using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Pipeline;

/// <summary>The origins that may read a response in a browser: for pages only the same origin, for everything else all.</summary>
internal static class CrossOriginPolicy
{
    private const string ResourcePolicy = "Cross-Origin-Resource-Policy";

    private static readonly KeyValuePair<string, StringValues>[] OfPages = [new(ResourcePolicy, "same-origin")];

    private static readonly KeyValuePair<string, StringValues>[] OfData =
    [
        new(ResourcePolicy, "cross-origin"),
        new("Access-Control-Allow-Origin", "*"),
        new("Access-Control-Expose-Headers",
            "ETag, Link, Last-Modified, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Content-Location, IM, Delta-Base"),
    ];

    private static readonly KeyValuePair<string, StringValues>[] OfPreflights =
        [.. OfData.Where(field => field.Key is not "Access-Control-Expose-Headers")];

    /// <summary>The fields (Fetch standard), without credentials.</summary>
    public static IReadOnlyList<KeyValuePair<string, StringValues>> Of(string? contentType) =>
        IsPage(contentType) ? OfPages : OfData;

    /// <summary>Writes the fields of the response to a preflight, which exposes no fields of its own.</summary>
    public static void WriteOfPreflight(IHeaderDictionary headers)
    {
        foreach (var (name, value) in OfPreflights) headers[name] = value;
    }

    /// <summary>True for HTML.</summary>
    public static bool IsPage(string? contentType) => contentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Writes the fields, unless they have been written.</summary>
    /// <remarks>
    /// A 304 has no media type, but its fields replace those of the stored response (RFC 9111, section 3.2): a caller that sends one must
    /// call this with the stored media type.
    /// </remarks>
    public static void Write(IHeaderDictionary headers, string? contentType)
    {
        if (headers.ContainsKey(ResourcePolicy)) return;
        foreach (var (name, value) in Of(contentType)) headers[name] = value;
    }
}
