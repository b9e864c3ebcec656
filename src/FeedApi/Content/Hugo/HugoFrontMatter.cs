using System.Collections.Frozen;
using FeedApi.Model;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;

namespace FeedApi.Content.Hugo;

/// <summary>Translates Hugo and Zola front matter to our keys: any letter case, Zola's taxonomies, synonyms.</summary>
/// <remarks>Hugo, "Front matter", "Configure dates"; Zola, "Page". Unknown keys stay as they are.</remarks>
internal static class HugoFrontMatter
{
    // By the key in lower case: Hugo's keys are case-insensitive.
    private static readonly FrozenDictionary<string, string> OurKeys = Keys(
        "title date draft slug aliases description summary tags categories keywords publishDate expiryDate lastmod updated author authors "
            + "image images id guid")
        .Concat(
        [
            new("pubdate", "publishDate"), new("unpublishdate", "expiryDate"),
            new("modified", "lastmod"), new("url", "permalink"), new("path", "permalink"),
            // Hugo's summary takes precedence over the description, which is meant for search engines.
            new("summary", "excerpt"), new("headless", "draft"),
        ])
        .GroupBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);

    private static readonly string[] Taxonomies = ["categories", "tags", "authors", "category", "tag", "author"];

    /// <summary>The front matter in our keys.</summary>
    /// <param name="map">As written.</param>
    /// <param name="path">The post's path, relative to the content folder.</param>
    /// <param name="hugo">The site's settings; null for a folder of posts without any.</param>
    public static ConfigMap Translate(ConfigMap map, string path, HugoSettings? hugo)
    {
        hugo = hugo?.Of(path);
        OrderedDictionary<string, ConfigEntry> entries = new(map.Entries.Count, StringComparer.Ordinal);
        // Of two keys with the same meaning, the one spelt as ours wins; the other stays under its own name.
        foreach (var entry in map.Entries.OrderBy(entry => KeyOf(entry, hugo) == entry.Key ? 0 : 1))
        {
            if (!entries.TryAdd(KeyOf(entry, hugo), entry)) entries.TryAdd(entry.Key, entry);
        }

        LiftTaxonomies(entries);
        LiftImage(entries);
        if (hugo is { IsZola: true }) ZolaDates.Complete(entries, path);
        var hasDay = PostFileName.Of(hugo?.WithoutLanguage(path) ?? path).Date is not null;
        if ((First(entries, "publishDate") ?? (hasDay ? null : First(entries, "lastmod", "updated"))) is { } date)
            entries.TryAdd("date", date);
        if (hugo is not null) CompleteAddresses(entries, path, hugo);
        return map with { Entries = [.. entries.Select(each => each.Value with { Key = each.Key })] };
    }

    private static string KeyOf(ConfigEntry entry, HugoSettings? hugo)
    {
        var key = entry.Key.ToLowerInvariant();
        if (hugo?.Taxonomies.GetValueOrDefault(key) is { } taxonomy) return taxonomy;
        if (!OurKeys.TryGetValue(key, out var ours)) return entry.Key;
        // An absolute web address is not a path on this site.
        var isMeant = ours != "permalink"
            || entry.Value is ConfigScalar { Text: var text } && !text.Contains("://", StringComparison.Ordinal);
        return isMeant ? ours : entry.Key;
    }

    private static void LiftTaxonomies(OrderedDictionary<string, ConfigEntry> entries)
    {
        if (!entries.TryGetValue("taxonomies", out var written) || written.Value is not ConfigMap taxonomies) return;
        ConfigEntry[] others = [.. taxonomies.Entries.Where(entry => !Taxonomies.Contains(entry.Key) || !entries.TryAdd(entry.Key, entry))];
        if (others.Length > 0) entries["taxonomies"] = written with { Value = taxonomies with { Entries = others } };
        else entries.Remove("taxonomies");
    }

    // The first of several is the post's image; all of them are kept.
    private static void LiftImage(OrderedDictionary<string, ConfigEntry> entries)
    {
        if (!entries.TryGetValue("images", out var written)) return;
        var first = written.Value is ConfigList list ? list.Items is [var item, ..] ? item : null : written.Value;
        var isLifted = first is ConfigScalar && entries.TryAdd("image", written with { Value = first });
        if (isLifted && written.Value is not ConfigList { Items.Count: > 1 }) entries.Remove("images");
    }

    private static void CompleteAddresses(OrderedDictionary<string, ConfigEntry> entries, string path, HugoSettings hugo)
    {
        HugoPrefixes.Complete(entries, hugo);
        if (entries.TryGetValue("permalink", out var permalink) && permalink.Value is ConfigScalar { Text.Length: > 0 } address)
        {
            var made = !hugo.IsZola ? HugoUrl(address.Text)
                : address.Text.TrimEnd().EndsWith('/') ? address.Text
                : address.Text.TrimEnd() + "/";
            entries["permalink"] = permalink with { Value = address with { Text = made } };
        }

        if (!hugo.IsZola && entries.TryGetValue("aliases", out var aliases))
            entries["aliases"] = aliases with { Value = Below(HugoPrefixes.FolderOf(HugoPage.Of(path, hugo), hugo), aliases.Value) };
    }

    // Both programs give every page a folder, so its address ends in a slash.
    private static bool NeedsSlash(string address) =>
        address.Trim() is { Length: > 0 } text && text[^1] != '/' && !text.AsSpan(text.LastIndexOf('/') + 1).Contains('.');

    // Hugo 0.111, resources/page/page_paths.go: one with a dot anywhere and no slash at its end is a file; nothing else is changed.
    private static string HugoUrl(string url)
    {
        var path = HugoPath.Clean(Uri.UnescapeDataString(url.Trim()));
        return path.EndsWith('/') || (path.Contains('.') && !path.EndsWith("/index.html", StringComparison.Ordinal)) ? path : path + "/";
    }

    // Hugo, "Aliases": one without a leading slash is relative to the page's folder.
    private static ConfigNode Below(IReadOnlyList<string> folder, ConfigNode alias) => alias switch
    {
        ConfigList list => list with { Items = [.. list.Items.Select(item => Below(folder, item))] },
        ConfigScalar { Text: not (['/', ..] or "") } scalar when !scalar.Text.Contains("://", StringComparison.Ordinal) =>
            scalar with { Text = Combine(folder, scalar.Text) },
        _ => alias,
    };

    private static string Combine(IReadOnlyList<string> folder, string relative)
    {
        List<string> parts = [.. folder];
        foreach (var part in relative.Split('/'))
        {
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0) parts.RemoveAt(parts.Count - 1);
        }

        return "/" + string.Join('/', parts);
    }

    private static ConfigEntry? First(OrderedDictionary<string, ConfigEntry> entries, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (entries.TryGetValue(key, out var entry) && !entry.Value.IsUnset) return entry;
        }

        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Keys(string names) =>
        names.Split(' ').Select(name => KeyValuePair.Create(name.ToLowerInvariant(), name));
}
