using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Content.Posts;

/// <summary>The key <c>published</c> of Hugo sites and plain folders, where it may be a date.</summary>
/// <remarks>
/// Hugo, "Configure dates": of publishDate the sources are publishDate, pubdate, published, date. Its keys have any letter case.
/// </remarks>
internal static class PublishedDate
{
    private const string Published = "published";
    private const string PublishDate = "publishDate";

    /// <summary>
    /// The mapping with <c>published</c> in lower case and, where it is a date and no better key is given, <c>publishDate</c>.
    /// </summary>
    public static ConfigMap Lift(ConfigMap map, SiteConfig site)
    {
        foreach (var entry in map.Entries)
        {
            if (!string.Equals(entry.Key, Published, StringComparison.OrdinalIgnoreCase)) continue;
            var others = map.Entries.Where(other => other != entry);
            var hasDate = HasAny(map, PublishDate, "publish_date", "pubdate") || !PostVisibility.IsDate(entry.Value, site);
            ConfigEntry[] lifted = hasDate ? [entry with { Key = Published }]
                : [entry with { Key = Published }, entry with { Key = PublishDate }];
            return map with { Entries = [.. others, .. lifted] };
        }

        return map;
    }

    private static bool HasAny(ConfigMap map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map.Entries.Any(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase))) return true;
        }

        return false;
    }
}
