using Microsoft.Extensions.Primitives;

namespace FeedApi.Http.Documents;

/// <summary>
/// Names what a document shows in the fields by which shared caches purge: <c>Surrogate-Key</c> (Fastly, Varnish) and <c>Cache-Tag</c>
/// (Cloudflare, Akamai).
/// </summary>
/// <remarks>
/// The same names as <see cref="Document.Tags"/>, so whoever purges what a change set touched purges exactly what this server itself drops.
/// </remarks>
internal static class CacheKeys
{
    // Akamai takes 128 characters a tag; the others more. Servers and proxies in between take 8 KB of header in all.
    private const int MaxChars = 2_000;
    private const int MaxCharsOfOne = 128;

    // Every change set touches it, so a document that shows too much to be named is purged too often and never too late.
    private const string Everything = "articles";

    /// <summary>The fields; none when nothing is shown that can change.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(IReadOnlyCollection<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        if (tags.Count == 0) yield break;
        var names = tags.Select(NameOf).ToList();
        if (names.Exists(name => name.Length > MaxCharsOfOne) || names.Sum(name => name.Length + 1) > MaxChars) names = [Everything];
        yield return new("Surrogate-Key", string.Join(' ', names));
        yield return new("Cache-Tag", string.Join(',', names));
    }

    /// <summary>A tag as these fields write it: ASCII without spaces and commas, so percent-encoded.</summary>
    public static string NameOf(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return Uri.EscapeDataString(tag).Replace("%3A", ":", StringComparison.Ordinal);
    }
}
