using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>
/// Lays one YAML mapping over another as Jekyll does: mappings are merged, an unset value leaves what is below, anything else replaces it.
/// </summary>
internal static class YamlMerge
{
    /// <summary>The entries of both, those below first.</summary>
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

    /// <summary>The mapping above with a list under the key that begins with what stands there below.</summary>
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
