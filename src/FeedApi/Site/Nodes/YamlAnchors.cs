using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>The anchors of one YAML document, and the budget of what its aliases expand to; throws <see cref="YamlFault"/>.</summary>
/// <remarks>
/// An alias is the node of its anchor, not a copy, but whatever walks the document later walks all that its aliases expand to: nine lists
/// of nine aliases each are 387 million values. So the values, texts and levels of an alias count as if they were written in its place.
/// </remarks>
internal sealed class YamlAnchors(YamlLimits limits)
{
    private readonly Dictionary<string, Anchored?> anchors = new(StringComparer.Ordinal);
    private long chars;

    /// <summary>True when a name is made of ASCII letters, digits, <c>_</c> and <c>-</c>.</summary>
    /// <remarks>libyaml and go-yaml accept no other names; YAML 1.2 and YamlDotNet do, and take <c>&amp;copy;</c> for an anchor.</remarks>
    public static bool IsName(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    /// <summary>Notes that the node of an anchor begins: until it ends, an alias to it would contain itself.</summary>
    public void Begin(string name) => anchors[name] = null;

    /// <summary>Notes the node of an anchor.</summary>
    public void End(string name, ConfigNode node) => anchors[name] = Anchored.Of(node);

    /// <summary>The node that an alias stands for.</summary>
    /// <param name="name">The name of the anchor.</param>
    /// <param name="depth">The depth of the alias.</param>
    /// <param name="nodes">The number of values so far; what the alias expands to is added.</param>
    /// <param name="fault">Makes the exception for a message.</param>
    public ConfigNode Expand(string name, int depth, ref int nodes, Func<string, YamlFault> fault)
    {
        if (!anchors.TryGetValue(name, out var anchored)) throw fault($"The alias *{Shorten(name)} has no anchor above it.");
        if (anchored is null) throw fault($"The alias *{Shorten(name)} stands inside its own anchor.");
        nodes += anchored.Nodes - 1;
        chars += anchored.Chars;
        if (nodes > limits.Nodes) throw fault($"With what its aliases expand to, the YAML has more than {limits.Nodes} values.");
        if (chars > limits.Chars) throw fault($"The aliases of the YAML expand to more than {limits.Chars} characters.");
        if (depth + anchored.Height > limits.Depth)
            throw fault($"With its aliases, lists and mappings are nested more than {limits.Depth} deep.");
        return anchored.Node;
    }

    private static string Shorten(string name) => name.Length > 60 ? string.Concat(name.AsSpan(0, 60), "…") : name;

    /// <summary>The node of an anchor with its size, aliases inside it expanded.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Nodes">Number of scalars, keys, lists and mappings.</param>
    /// <param name="Chars">Length of all scalars and keys.</param>
    /// <param name="Height">Number of nested lists and mappings.</param>
    private sealed record Anchored(ConfigNode Node, int Nodes, long Chars, int Height)
    {
        public static Anchored Of(ConfigNode node)
        {
            var (nodes, chars) = (1, node is ConfigScalar scalar ? scalar.Text.Length : 0L);
            var height = 0;
            foreach (var child in ChildrenOf(node))
            {
                var inner = Of(child);
                (nodes, chars, height) = (nodes + inner.Nodes, chars + inner.Chars, Math.Max(height, inner.Height));
            }

            if (node is ConfigMap map)
            {
                nodes += map.Entries.Count;
                chars += map.Entries.Sum(entry => (long)entry.Key.Length);
            }

            return new Anchored(node, nodes, chars, node is ConfigScalar ? 0 : height + 1);
        }

        private static IEnumerable<ConfigNode> ChildrenOf(ConfigNode node) => node switch
        {
            ConfigList list => list.Items,
            ConfigMap map => map.Entries.Select(entry => entry.Value),
            _ => [],
        };
    }
}
