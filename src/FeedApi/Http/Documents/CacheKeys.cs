using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Documents;

/// <summary>
/// Writes the surrogate keys of a document into the fields by which shared caches purge: <c>Surrogate-Key</c> (Fastly, Varnish) and
/// <c>Cache-Tag</c> (Cloudflare, Akamai).
/// </summary>
/// <remarks>
/// The keys are <see cref="Document.Tags"/>, so a purge by the keys of a change set removes exactly what this server itself marks stale.
/// </remarks>
internal static class CacheKeys
{
    // Akamai accepts 128 characters a tag, the others more. Servers and proxies in between accept 8 KB of header in all.
    private const int MaxChars = 2_000;
    private const int MaxCharsOfOne = 128;

    // Every change set includes this key, so a document with too many keys is purged too often rather than too late.
    private const string Everything = "articles";

    /// <summary>The fields; none when the document has no keys.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(IReadOnlyCollection<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count == 0) yield break;
        var names = tags.Select(NameOf).ToList();
        if (names.Exists(name => name.Length > MaxCharsOfOne) || names.Sum(name => name.Length + 1) > MaxChars) names = [Everything];
        yield return new("Surrogate-Key", string.Join(' ', names));
        yield return new("Cache-Tag", string.Join(',', names));
    }

    /// <summary>A key as written in these fields: percent-encoded to ASCII without spaces and commas.</summary>
    public static string NameOf(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Uri.EscapeDataString(tag).Replace("%3A", ":", StringComparison.Ordinal);
    }
}
