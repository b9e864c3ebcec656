using FeedApi.Model;
using FeedApi.Model.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FeedApi.Site.Nodes;

/// <summary>Parses one YAML document into nodes through YamlDotNet's events, within limits; throws <see cref="YamlFault"/>.</summary>
/// <remarks>Documents are read as Ruby's Psych and go-yaml read them, where those accept more than YamlDotNet does.</remarks>
internal sealed class YamlNodeReader
{
    private readonly Parser parser;
    private readonly YamlLimits limits;
    private readonly int linesBefore;
    private readonly string yaml;
    private YamlAnchors? anchors;
    private int nodes;

    private YamlNodeReader(string yaml, YamlLimits limits, int linesBefore)
    {
        this.yaml = yaml;
        parser = new Parser(new StringReader(yaml));
        this.limits = limits;
        this.linesBefore = linesBefore;
    }

    /// <summary>Keys that occur more than once in their mapping.</summary>
    public List<ConfigEntry> RepeatedKeys { get; } = [];

    /// <summary>The first scalar from which characters that XML forbids were removed; null when there is none.</summary>
    public ConfigScalar? FirstDropped { get; private set; }

    /// <summary>What was read otherwise than it is written, such as a scalar with an unknown tag.</summary>
    public List<YamlRemark> Remarks { get; } = [];

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
            return reader.ReadWhole();
        }
        catch (YamlFault fault) when (fault.Code == ProblemCodes.FrontMatterInvalid && YamlIndentation.Of(yaml) is { } indented)
        {
            reader = new YamlNodeReader(indented.Yaml, limits, linesBefore);
            if (indented.QuoteLine is { } line) reader.Remarks.Add(YamlRemark.Unindented(line + linesBefore));
            return reader.ReadIndented(fault);
        }
    }

    private ConfigNode? ReadIndented(YamlFault first)
    {
        try
        {
            return ReadWhole();
        }
        catch (YamlFault second) when (second.Code == ProblemCodes.FrontMatterInvalid)
        {
            // Its line and column are those of the file.
            throw first;
        }
    }

    private ConfigNode? ReadWhole()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException failure)
        {
            throw Fault(ProblemCodes.FrontMatterInvalid, failure.Start, "The YAML is invalid: " + failure.Message);
        }
        catch (Exception failure)
            when (failure is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet throws these in addition to its own exceptions, for malformed tags and escapes.
            throw Fault(
                ProblemCodes.FrontMatterInvalid, parser.Current?.End ?? Mark.Empty, "The YAML is invalid: " + failure.Message);
        }
    }

    private ConfigNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart) return null;
        parser.MoveNext();
        var root = ReadNode(0);
        if (limits.TakesFirstDocument) ReportWhatFollows();
        else if (parser.MoveNext() && parser.Current is DocumentStart second)
            throw Fault(ProblemCodes.FrontMatterInvalid, second.Start, "A second YAML document begins here.");
        return root;
    }

    // A file may end in "---", with which nothing begins.
    private void ReportWhatFollows()
    {
        var end = parser.Current!.End;
        try
        {
            if (!parser.MoveNext() || parser.Current is not DocumentStart second) return;
            end = second.Start;
            parser.MoveNext();
            if (parser.Current is Scalar { Value: "", Style: ScalarStyle.Plain }) return;
        }
        catch (YamlException)
        {
            // What is ignored need not be YAML.
        }

        Remarks.Add(YamlRemark.FurtherDocument(LineOf(end), Math.Max(1, (int)end.Column)));
    }

    // Leaves the parser at the event after the node.
    private ConfigNode ReadNode(int depth)
    {
        var current = parser.Current!;
        if (++nodes > limits.Nodes)
            throw Fault(ProblemCodes.FrontMatterTooLarge, current.Start, $"The YAML has more than {limits.Nodes} values.");
        if (current is AnchorAlias alias) return ReadAlias(alias, depth);
        if (current is not Scalar && depth >= limits.Depth)
            throw Fault(ProblemCodes.YamlDepth, current.Start, $"Lists and mappings are nested more than {limits.Depth} deep.");
        if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)) return ReadWithProperties(node, depth);
        return ReadContent(current, depth);
    }

    private ConfigNode ReadContent(ParsingEvent current, int depth) => current switch
    {
        Scalar scalar => ReadScalar(scalar),
        SequenceStart start => ReadList(start, depth),
        MappingStart start => ReadMap(start, depth),
        _ => throw Fault(ProblemCodes.FrontMatterInvalid, current.Start, "A value is expected here."),
    };

    private ConfigNode ReadAlias(AnchorAlias alias, int depth)
    {
        var name = NameOf(alias.Value, alias.Start, '*');
        var node = (anchors ??= new YamlAnchors(limits)).Expand(
            name, depth, ref nodes, message => Fault(ProblemCodes.YamlAlias, alias.Start, message));
        parser.MoveNext();
        var (line, column) = (LineOf(alias.Start), (int)alias.Start.Column);
        return node is ConfigScalar scalar
            ? scalar with { Line = line, Column = column, LastLine = line }
            : node with { Line = line, Column = column };
    }

    private ConfigNode ReadWithProperties(NodeEvent node, int depth)
    {
        var name = node.Anchor.IsEmpty ? null : NameOf(node.Anchor, node.Start, '&');
        if (name is not null) (anchors ??= new YamlAnchors(limits)).Begin(name);
        var made = ReadContent(node, depth);
        if (!node.Tag.IsEmpty) made = YamlTags.Apply(made, node.Tag.Value, Remarks);
        // Without an alias it is a text that begins with an ampersand.
        else if (made is ConfigScalar { IsPlain: true } bare && !yaml.Contains("*" + name, StringComparison.Ordinal))
        {
            if (bare.Text.Length == 0) made = YamlTags.AsText(bare, "&" + name, Remarks);
            else Remarks.Add(YamlRemark.UnusedAnchor(bare, name!));
        }

        if (name is not null) anchors!.End(name, made);
        return made;
    }

    private string NameOf(AnchorName name, Mark at, char sign) => YamlAnchors.IsName(name.Value)
        ? name.Value
        : throw Fault(ProblemCodes.FrontMatterInvalid, at, $"The name after {sign} has other characters than ASCII letters and digits.");

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
        var entries = new YamlMapEntries(RepeatedKeys);
        parser.MoveNext();
        while (parser.Current is not MappingEnd)
        {
            var (at, isText) = (parser.Current!.Start, parser.Current is Scalar { Tag.IsEmpty: false });
            var name = ReadNode(depth + 1);
            if (name is not ConfigScalar key)
            {
                SkipValue(name, at, depth);
                continue;
            }

            var entry = new ConfigEntry(key.Text, ReadNode(depth + 1), key.Line, key.Column);
            if (key.Text == YamlMapEntries.MergeKey && !isText) entries.Merge(entry);
            else entries.Add(entry);
        }

        parser.MoveNext();
        return new ConfigMap(entries.All, LineOf(start.Start), (int)start.Start.Column);
    }

    // A list may be a key in YAML, but is no name of anything. A mapping as key is "{{ title }}" without quotes: a text.
    private void SkipValue(ConfigNode key, Mark at, int depth)
    {
        if (key is ConfigMap) throw Fault(ProblemCodes.FrontMatterInvalid, at, "A key must be a scalar.");
        Remarks.Add(YamlRemark.ListAsKey(key));
        ReadNode(depth + 1);
    }

    private YamlFault Fault(string code, Mark at, string message) => new(code, LineOf(at), Math.Max(1, (int)at.Column), message);

    private int LineOf(Mark mark) => (int)mark.Line + linesBefore;
}
