using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>
/// Merges two YAML mappings as Jekyll does: nested mappings are merged, an unset value is ignored, any other value replaces the default.
/// </summary>
internal static class YamlMerge
{
    /// <summary>Merges the mapping above into the one below, whose entries come first.</summary>
    public static ConfigMap Of(ConfigMap below, ConfigMap above)
    {
        List<ConfigEntry> entries = [.. below.Entries];
        foreach (var entry in above.Entries)
        {
            var at = entries.FindIndex(each => string.Equals(each.Key, entry.Key, StringComparison.Ordinal));
            if (at < 0) entries.Add(entry);
            else if (!entry.Value.IsUnset) entries[at] = Merged(entries[at], entry);
        }

        return above with { Entries = entries };
    }

    /// <summary>The mapping above, with the values of both mappings under the key concatenated, those below first.</summary>
    public static ConfigMap WithBoth(ConfigMap below, ConfigMap above, string key)
    {
        if (below.Find(key) is not { } lower || above.Find(key) is not { } upper) return above;
        var both = new ConfigList([.. Words(lower), .. Words(upper)], upper.Line, upper.Column);
        return above with
        {
            Entries = [.. above.Entries.Select(entry =>
                string.Equals(entry.Key, key, StringComparison.Ordinal) ? entry with { Value = both } : entry)]
        };
    }

    private static ConfigEntry Merged(ConfigEntry below, ConfigEntry above) =>
        below.Value is ConfigMap lower && above.Value is ConfigMap upper ? above with { Value = Of(lower, upper) } : above;

    private static IEnumerable<ConfigNode> Words(ConfigNode value) => value switch
    {
        ConfigList list => list.Items,
        ConfigScalar text => text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => text with { Text = word, IsPlain = false }),
        _ => [value],
    };
}
