namespace FeedApi.Content;

/// <summary>Lays one YAML mapping over another as Jekyll does: mappings are merged, an unset value leaves what is below, anything else replaces it.</summary>
internal static class YamlMerge
{
    /// <summary>The entries of both, those below first.</summary>
    public static YamlMap Of(YamlMap below, YamlMap above)
    {
        List<YamlEntry> entries = [.. below.Entries];
        foreach (var entry in above.Entries)
        {
            var at = entries.FindIndex(each => string.Equals(each.Key, entry.Key, StringComparison.Ordinal));
            if (at < 0) entries.Add(entry);
            else if (!entry.Value.IsUnset) entries[at] = Merged(entries[at], entry);
        }

        return above with { Entries = entries };
    }

    /// <summary>The mapping above with a list under the key that begins with what stands there below.</summary>
    public static YamlMap WithBoth(YamlMap below, YamlMap above, string key)
    {
        if (below.Find(key) is not { } lower || above.Find(key) is not { } upper) return above;
        var both = new YamlList([.. Words(lower), .. Words(upper)], upper.Line, upper.Column);
        return above with { Entries = [.. above.Entries.Select(entry => string.Equals(entry.Key, key, StringComparison.Ordinal) ? entry with { Value = both } : entry)] };
    }

    private static YamlEntry Merged(YamlEntry below, YamlEntry above) =>
        below.Value is YamlMap lower && above.Value is YamlMap upper ? above with { Value = Of(lower, upper) } : above;

    private static IEnumerable<YamlNode> Words(YamlNode value) => value switch
    {
        YamlList list => list.Items,
        YamlScalar text => text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => text with { Text = word, IsPlain = false }),
        _ => [value],
    };
}
