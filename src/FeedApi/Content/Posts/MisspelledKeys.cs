using System.Collections.Concurrent;
using System.Collections.Frozen;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Content.Posts;

/// <summary>Reports keys of front matter that are nearly ones that are read.</summary>
internal static class MisspelledKeys
{
    // A site uses few keys, again and again; the limit is for one whose keys are data.
    private const int MaxRemembered = 4_096;
    private const int MaxKeyChars = 32;

    private static readonly string[] Candidates =
    [
        "title", "date", "draft", "published", "category", "categories", "tags", "author", "authors", "excerpt", "description", "summary",
        "image", "lang", "last_modified_at", "updated", "lastmod", "slug", "permalink", "redirect_from", "aliases", "enclosure",
        "publishDate", "expiryDate", "excerpt_separator", "correction", "withdrawn",
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
    public static bool Report(ConfigMap map, ProblemLog problems)
    {
        var isAcceptable = true;
        foreach (var entry in map.Entries)
        {
            if (PostMeta.IsKnown(entry.Key)) continue;
            var names = Array.FindAll(NearestTo(entry.Key), name => !Has(map, name));
            if (names.Length == 0) continue;
            var message = $"{MessageText.Shorten(entry.Key)} is not a key that is read (did you mean {string.Join(" or ", names)}?).";
            if (!PostVisibility.WouldHide(names[0], entry.Value) && !PostReach.WouldWithdraw(names[0], entry.Value))
            {
                problems.Warn(ProblemCodes.MisspelledKey, entry.Line, entry.Column, message, "It has no effect.");
                continue;
            }

            problems.Hold(ProblemCodes.MisspelledKey, entry.Line, entry.Column, message);
            isAcceptable = false;
        }

        return isAcceptable;
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
        // "categorys" is nearest to category and means categories.
        if (key.EndsWith("ys", StringComparison.OrdinalIgnoreCase) && Candidates.Contains(key[..^2].ToLowerInvariant() + "ies"))
            return [key[..^2].ToLowerInvariant() + "ies"];
        return Spelling.Nearest(key, Candidates) is { } nearest ? [nearest] : [];
    }
}
