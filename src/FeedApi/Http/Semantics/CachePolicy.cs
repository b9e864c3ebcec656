using System.Globalization;

namespace FeedApi.Http.Semantics;

/// <summary>Cache-Control values (RFC 9111, RFC 5861, RFC 8246).</summary>
internal static class CachePolicy
{
    /// <summary>Fresh for five minutes, then served stale during revalidation or while the server is down.</summary>
    public const string Fresh = "public, max-age=300, stale-while-revalidate=600, stale-if-error=86400";

    /// <summary>Fresh for a given time, then served stale during revalidation or while the server is down.</summary>
    public static string FreshFor(TimeSpan time) =>
        string.Create(
            CultureInfo.InvariantCulture, $"public, max-age={(long)time.TotalSeconds}, stale-while-revalidate=600, stale-if-error=86400");

    /// <summary>For representations that never change: fresh for a year, without revalidation.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    /// <summary>For responses that apps expect to be current: fresh for a minute.</summary>
    public const string Brief = "public, max-age=60, stale-while-revalidate=60, stale-if-error=86400";

    /// <summary>
    /// To be asked for again every time: for what is right and may still grow, because articles are being rendered.
    /// </summary>
    public const string Unfinished = "public, no-cache";

    /// <summary>Never stored: for temporary errors and management responses.</summary>
    public const string NoStore = "no-store";
}
