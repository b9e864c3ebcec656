using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>Collects the entries of one YAML mapping: repeated keys, and the merge key <c>&lt;&lt;</c>.</summary>
/// <remarks>
/// YAML 1.1, "Merge Key". A key replaces one above it, whether either comes from a merge or not: so do Psych and go-yaml, although the
/// specification lets keys of the mapping itself win wherever they stand. Of several merged mappings the first that has a key wins.
/// </remarks>
internal sealed class YamlMapEntries(List<ConfigEntry> repeatedKeys)
{
    /// <summary>The merge key.</summary>
    public const string MergeKey = "<<";

    private readonly List<ConfigEntry> entries = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private HashSet<string>? merged;

    /// <summary>The entries, in the order of their first keys.</summary>
    public IReadOnlyList<ConfigEntry> All => entries;

    /// <summary>Adds an entry; a key that is written twice is reported, and its last value is kept.</summary>
    public void Add(ConfigEntry entry)
    {
        if (!Put(entry) && merged?.Contains(entry.Key) != true) repeatedKeys.Add(entry);
    }

    /// <summary>Merges the value of a merge key; one that is neither a mapping nor a list of mappings is an entry like any other.</summary>
    public void Merge(ConfigEntry entry)
    {
        switch (entry.Value)
        {
            case ConfigMap map:
                Merge(map);
                break;
            case ConfigList list when list.Items.All(item => item is ConfigMap):
                foreach (var item in list.Items.Reverse()) Merge((ConfigMap)item);
                break;
            default:
                Add(entry);
                break;
        }
    }

    private void Merge(ConfigMap map)
    {
        foreach (var entry in map.Entries)
        {
            Put(entry);
            (merged ??= new(StringComparer.Ordinal)).Add(entry.Key);
        }
    }

    private bool Put(ConfigEntry entry)
    {
        if (places.TryAdd(entry.Key, entries.Count))
        {
            entries.Add(entry);
            return true;
        }

        entries[places[entry.Key]] = entry;
        return false;
    }
}
