using System.Collections.Concurrent;
using System.Collections.Frozen;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>Reports keys of front matter that are nearly ones that are read.</summary>
internal static class MisspelledKeys
{
    // A site uses few keys, again and again; the limit is for one whose keys are data.
    private const int MaxRemembered = 4_096;
    private const int MaxKeyChars = 32;
    private const string Headless = "headless";

    // More than one edit away from "published", but it means nothing else beside false.
    private const string Publish = "publish";

    private static readonly string[] Candidates =
    [
        "title", "date", "draft", "published", "category", "categories", "tags", "author", "authors", "excerpt", "description", "summary",
        "image", "lang", "last_modified_at", "updated", "lastmod", "slug", "permalink", "redirect_from", "aliases", "enclosure",
        "publishDate", "expiryDate", "excerpt_separator", "correction", "withdrawn", Headless,
    ];

    // Words of their own that sites and themes use.
    private static readonly FrozenSet<string> OtherWords =
        new[] { "data", "dates", "images", "titles", "subtitle", "tabs", "tag", "update", "slugs", "langs", "land", "long", "rate", "late" }
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, string[]> Remembered = new(StringComparer.Ordinal);

    /// <summary>True when a word is a key that is read, or nearly one.</summary>
    public static bool MayBeKey(string word) => PostMeta.IsKnown(word) || NearestTo(word).Length > 0;

    /// <summary>Warns about keys that are nearly one that is read and absent.</summary>
    /// <returns>False when such a key would hide the post if it were spelt right: then the post is held back.</returns>
    public static bool Report(ConfigMap map, SiteConfig site, ProblemLog problems)
    {
        var isAcceptable = true;
        foreach (var entry in map.Entries)
        {
            if (Of(entry, map, site) is not var (message, hides)) continue;
            if (hides) problems.Hold(ProblemCodes.MisspelledKey, entry.Line, entry.Column, message);
            else problems.Warn(ProblemCodes.MisspelledKey, entry.Line, entry.Column, message, "It has no effect.");
            isAcceptable &= !hides;
        }

        return isAcceptable;
    }

    /// <summary>What is wrong with a key, and whether it would hide the post if it were spelt right; null when nothing is wrong.</summary>
    /// <param name="entry">The key, with its value.</param>
    /// <param name="map">The whole front matter, in our keys.</param>
    /// <param name="site">The site.</param>
    public static (string Message, bool Hides)? Of(ConfigEntry entry, ConfigMap map, SiteConfig site)
    {
        if (PostMeta.IsKnown(entry.Key)) return null;
        var names = Array.FindAll(NearestTo(entry.Key), name => !Has(map, name) && (name != Headless || site.Hugo is { IsZola: false }));
        if (names.Length == 0) return null;
        var hides = Array.Exists(
            names, name => PostVisibility.WouldHide(name, entry.Value, site) || PostReach.WouldWithdraw(name, entry.Value));
        if (!hides && entry.Key.Equals(Publish, StringComparison.OrdinalIgnoreCase)) return null;
        return ($"{MessageText.Shorten(entry.Key)} is not a key that is read (did you mean {string.Join(" or ", names)}?).", hides);
    }

    private static bool Has(ConfigMap map, string key) => map.Entries.Any(entry => string.Equals(entry.Key, key, StringComparison.Ordinal));

    private static string[] NearestTo(string key)
    {
        if (key.Length > MaxKeyChars) return [];
        if (Remembered.TryGetValue(key, out var known)) return known;
        var near = Find(key);
        if (Remembered.Count < MaxRemembered) Remembered.TryAdd(key, near);
        return near;
    }

    private static string[] Find(string key)
    {
        if (OtherWords.Contains(key)) return [];
        if (key.Equals(Publish, StringComparison.OrdinalIgnoreCase)) return ["published", "publishDate"];
        // "categorys" is nearest to category and means categories.
        if (key.EndsWith("ys", StringComparison.OrdinalIgnoreCase) && Candidates.Contains(key[..^2].ToLowerInvariant() + "ies"))
            return [key[..^2].ToLowerInvariant() + "ies"];
        return Spelling.Nearest(key, Candidates) is { } nearest ? [nearest] : [];
    }
}
