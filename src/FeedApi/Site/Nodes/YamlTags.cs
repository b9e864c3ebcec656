using System.Buffers.Text;
using System.Text;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Nodes;

/// <summary>Gives nodes the type that their YAML tag names.</summary>
/// <remarks>
/// YAML 1.1, "Language-Independent Types", as Ruby's Psych reads it: a scalar with a tag is resolved like a plain one, quotes or not,
/// unless the tag says that it is a text.
/// </remarks>
internal static class YamlTags
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary>The node with the type that its tag names; an unknown tag is reported and ignored.</summary>
    public static ConfigNode Apply(ConfigNode node, string tag, List<YamlRemark> remarks)
    {
        var typed = node is ConfigScalar scalar ? OfScalar(scalar, tag) : OfCollection(node, tag);
        // A tag with nothing behind it is a text that begins with an exclamation mark.
        if (node is ConfigScalar { IsPlain: true, Text: "" } bare && (typed is null || tag == "!"))
            return AsText(bare, Written(tag), remarks);
        if (typed is not null) return typed;
        remarks.Add(new YamlRemark(
            ProblemCodes.YamlTag,
            node.Line,
            node.Column,
            $"The tag {MessageText.Shorten(Written(tag))} is not known.",
            "It is ignored."));
        return node is ConfigScalar untyped ? untyped with { IsPlain = true } : node;
    }

    /// <summary>An empty scalar as the text of the tag or anchor before it.</summary>
    public static ConfigScalar AsText(ConfigScalar empty, string written, List<YamlRemark> remarks)
    {
        remarks.Add(YamlRemark.AsText(empty, written[0]));
        return empty with { Text = written, IsPlain = false };
    }

    private static ConfigScalar? OfScalar(ConfigScalar scalar, string tag) => tag switch
    {
        "!" or Core + "int" or Core + "float" or Core + "bool" or Core + "null" or Core + "timestamp" => scalar with { IsPlain = true },
        "!int" or "!float" or "!bool" or "!null" or "!timestamp" => scalar with { IsPlain = true },
        Core + "str" or "!str" or "!ruby/string" => scalar with { IsPlain = false },
        Core + "binary" or "!binary" => Decoded(scalar),
        _ => null,
    };

    private static ConfigNode? OfCollection(ConfigNode node, string tag) => (tag, node) switch
    {
        ("!" or Core + "seq" or Core + "pairs", ConfigList) or ("!" or Core + "map", ConfigMap) => node,
        (Core + "omap" or "!omap", ConfigList list) => MapOf(list),
        (Core + "omap" or "!omap", ConfigMap) => node,
        (Core + "set" or "!set", ConfigMap map) => new ConfigList(
            [.. map.Entries.Select(entry => new ConfigScalar(entry.Key, false, false, entry.Line, entry.Column, entry.Line))],
            map.Line,
            map.Column),
        _ => null,
    };

    private static string Written(string tag) =>
        tag.StartsWith(Core, StringComparison.Ordinal) ? "!!" + tag[Core.Length..]
        : tag.StartsWith('!') ? tag : $"!<{tag}>";

    // Each item of an ordered mapping is a mapping of one key.
    private static ConfigNode MapOf(ConfigList list) =>
        list.Items.All(item => item is ConfigMap { Entries.Count: 1 })
            ? new ConfigMap(
                [.. list.Items.Select(item => ((ConfigMap)item).Entries[0])
                    .GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(same => same.Last())],
                list.Line,
                list.Column)
            : list;

    private static ConfigScalar? Decoded(ConfigScalar scalar)
    {
        var text = string.Concat(scalar.Text.Where(letter => !char.IsWhiteSpace(letter)));
        var bytes = new byte[text.Length];
        return Base64.IsValid(text) && Convert.TryFromBase64String(text, bytes, out var length)
            ? scalar with { Text = XmlText.Clean(Encoding.UTF8.GetString(bytes, 0, length)), IsPlain = false }
            : null;
    }
}
