using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Content.FrontMatter;

/// <summary>The keys whose values become parts of addresses, and may be lists.</summary>
internal static class AddressKeys
{
    private const string Opening = "[]{}\"'*&!,|>`";
    private const string Closing = "[]{}\"'*,`";

    private static readonly FrozenSet<string> Lists =
        new[] { "category", "categories", "tag", "tags", "keywords", "author", "authors", "aliases", "redirect_from" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Texts =
        new[] { "slug", "permalink", "url", "path", "id" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a key whose value is a list of names or addresses.</summary>
    public static bool IsList(string key) => Lists.Contains(key);

    /// <summary>The mapping without characters of YAML's syntax at the ends of repaired values that become addresses.</summary>
    /// <param name="map">The repaired front matter.</param>
    /// <param name="repaired">The lines that were repaired.</param>
    public static ConfigMap WithoutSyntax(ConfigMap map, IReadOnlyList<RepairedLine> repaired)
    {
        var lines = repaired.Select(line => line.Line).ToHashSet();
        return map with
        {
            Entries = [.. map.Entries.Select(entry =>
                Lists.Contains(entry.Key) || Texts.Contains(entry.Key) ? entry with { Value = Trim(entry.Value, lines) } : entry)]
        };
    }

    private static ConfigNode Trim(ConfigNode node, HashSet<int> lines) => node switch
    {
        ConfigList list => list with { Items = [.. list.Items.Select(item => Trim(item, lines))] },
        ConfigScalar { IsPlain: false } scalar when lines.Contains(scalar.Line) => scalar with { Text = Trim(scalar.Text) },
        _ => node,
    };

    // A text of nothing else stays: an empty name would be none at all.
    private static string Trim(string text) =>
        text.Trim().TrimStart(Opening.ToCharArray()).TrimEnd(Closing.ToCharArray()).Trim() is { Length: > 0 } trimmed ? trimmed : text;
}
