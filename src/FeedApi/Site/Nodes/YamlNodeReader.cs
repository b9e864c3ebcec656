using FeedApi.Model;
using FeedApi.Model.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FeedApi.Site.Nodes;

/// <summary>Parses one YAML document into nodes through YamlDotNet's events, within limits; throws <see cref="YamlFault"/>.</summary>
internal sealed class YamlNodeReader
{
    private readonly Parser parser;
    private readonly YamlLimits limits;
    private readonly int linesBefore;
    private int nodes;

    private YamlNodeReader(string yaml, YamlLimits limits, int linesBefore)
    {
        parser = new Parser(new StringReader(yaml));
        this.limits = limits;
        this.linesBefore = linesBefore;
    }

    /// <summary>Keys that occur more than once in their mapping.</summary>
    public List<ConfigEntry> RepeatedKeys { get; } = [];

    /// <summary>The first scalar from which characters that XML forbids were removed; null when there is none.</summary>
    public ConfigScalar? FirstDropped { get; private set; }

    /// <summary>Parses the document; null when it is empty.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="limits">The maximum length, depth and number of values.</param>
    /// <param name="linesBefore">Number of lines of the file above the text.</param>
    /// <param name="reader">The reader, which has the repeated keys and the first cleaned scalar.</param>
    /// <exception cref="YamlFault">The YAML is invalid or exceeds a limit.</exception>
    public static ConfigNode? Read(string yaml, YamlLimits limits, int linesBefore, out YamlNodeReader reader)
    {
        reader = new YamlNodeReader(yaml, limits, linesBefore);
        if (yaml.Length > limits.Chars)
            throw new YamlFault(
                ProblemCodes.FrontMatterTooLarge, linesBefore + 1, 1, $"The YAML is larger than {limits.Chars} characters.");
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException failure)
        {
            throw reader.Fault(ProblemCodes.FrontMatterInvalid, failure.Start, "The YAML is invalid: " + failure.Message);
        }
        catch (Exception failure)
            when (failure is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet throws these in addition to its own exceptions, for malformed tags and escapes.
            throw reader.Fault(
                ProblemCodes.FrontMatterInvalid, reader.parser.Current?.End ?? Mark.Empty, "The YAML is invalid: " + failure.Message);
        }
    }

    private ConfigNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart) return null;
        parser.MoveNext();
        var root = ReadNode(0);
        parser.MoveNext();
        if (parser.Current is DocumentStart second)
            throw Fault(ProblemCodes.FrontMatterInvalid, second.Start, "A second YAML document begins here.");
        return root;
    }

    // Leaves the parser at the event after the node.
    private ConfigNode ReadNode(int depth)
    {
        var current = parser.Current!;
        if (++nodes > limits.Nodes)
            throw Fault(ProblemCodes.FrontMatterTooLarge, current.Start, $"The YAML has more than {limits.Nodes} values.");
        if (current is AnchorAlias) throw Fault(ProblemCodes.YamlAlias, current.Start, "Aliases are not accepted.");
        if (current is NodeEvent node) RefuseProperties(node);
        if (current is not Scalar && depth >= limits.Depth)
            throw Fault(ProblemCodes.YamlDepth, current.Start, $"Lists and mappings are nested more than {limits.Depth} deep.");
        return current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadList(start, depth),
            MappingStart start => ReadMap(start, depth),
            _ => throw Fault(ProblemCodes.FrontMatterInvalid, current.Start, "A value is expected here."),
        };
    }

    private ConfigScalar ReadScalar(Scalar scalar)
    {
        var text = XmlText.Clean(scalar.Value, out var changed);
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var made = new ConfigScalar(
            text, scalar.Style == ScalarStyle.Plain, isQuoted, LineOf(scalar.Start), (int)scalar.Start.Column, LineOf(scalar.End));
        if (changed) FirstDropped ??= made;
        parser.MoveNext();
        return made;
    }

    private ConfigList ReadList(SequenceStart start, int depth)
    {
        List<ConfigNode> items = [];
        parser.MoveNext();
        while (parser.Current is not SequenceEnd) items.Add(ReadNode(depth + 1));
        parser.MoveNext();
        return new ConfigList(items, LineOf(start.Start), (int)start.Start.Column);
    }

    private ConfigMap ReadMap(MappingStart start, int depth)
    {
        List<ConfigEntry> entries = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        parser.MoveNext();
        while (parser.Current is not MappingEnd)
        {
            var at = parser.Current!.Start;
            if (ReadNode(depth + 1) is not ConfigScalar key)
                throw Fault(ProblemCodes.FrontMatterInvalid, at, "A key must be a scalar.");
            Add(new ConfigEntry(key.Text, ReadNode(depth + 1), key.Line, key.Column), entries, places);
        }

        parser.MoveNext();
        return new ConfigMap(entries, LineOf(start.Start), (int)start.Start.Column);
    }

    private void Add(ConfigEntry entry, List<ConfigEntry> entries, Dictionary<string, int> places)
    {
        if (places.TryAdd(entry.Key, entries.Count))
        {
            entries.Add(entry);
            return;
        }

        entries[places[entry.Key]] = entry;
        RepeatedKeys.Add(entry);
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty) throw Fault(ProblemCodes.YamlAlias, node.Start, "Anchors are not accepted.");
        if (!node.Tag.IsEmpty) throw Fault(ProblemCodes.YamlTag, node.Start, $"The tag {Shorten(node.Tag.ToString())} is not accepted.");
    }

    private YamlFault Fault(string code, Mark at, string message) => new(code, LineOf(at), Math.Max(1, (int)at.Column), message);

    private int LineOf(Mark mark) => (int)mark.Line + linesBefore;

    private static string Shorten(string text) => text.Length > 60 ? string.Concat(text.AsSpan(0, 60), "…") : text;
}
