using FeedApi.Model;
using FeedApi.Model.Text;
using Tomlyn;
using Tomlyn.Parsing;

namespace FeedApi.Site.Nodes;

/// <summary>
/// Parses TOML into the same nodes as YAML, through Tomlyn's events and within limits; throws <see cref="YamlFault"/>.
/// </summary>
/// <remarks>Tomlyn's events do not distinguish a table that is continued from a repeated key; this class does.</remarks>
internal sealed class TomlNodeReader
{
    private readonly string toml;
    private readonly TomlParser parser;
    private readonly YamlLimits limits;
    private readonly int linesBefore;
    private readonly Dictionary<ConfigMap, OpenTable> tables = new(ReferenceEqualityComparer.Instance);
    private readonly List<ConfigEntry> repeatedKeys = [];
    private ConfigScalar? firstDropped;
    private int nodes;

    private TomlNodeReader(string toml, YamlLimits limits, int linesBefore)
    {
        this.toml = toml;
        this.limits = limits;
        this.linesBefore = linesBefore;
        parser = TomlParser.Create(toml, new TomlParserOptions { Mode = TomlParserMode.Strict });
    }

    /// <summary>Parses the document.</summary>
    /// <param name="toml">The text.</param>
    /// <param name="limits">The maximum depth and number of values.</param>
    /// <param name="linesBefore">Number of lines of the file above the text.</param>
    /// <exception cref="YamlFault">The TOML is invalid or exceeds a limit.</exception>
    public static NodeReading Read(string toml, YamlLimits limits, int linesBefore)
    {
        try
        {
            return ReadExactly(toml, limits, linesBefore);
        }
        catch (YamlFault) when (TomlFractions.IsTooLong(toml))
        {
            return ReadExactly(TomlFractions.Shorten(toml), limits, linesBefore);
        }
    }

    private static NodeReading ReadExactly(string toml, YamlLimits limits, int linesBefore)
    {
        var reader = new TomlNodeReader(toml, limits, linesBefore);
        try
        {
            reader.parser.MoveNext();
            reader.parser.MoveNext();
            var root = reader.NewTable(linesBefore + 1, 1);
            reader.ReadTable(root, 0);
            return new NodeReading(root, reader.repeatedKeys, reader.firstDropped);
        }
        catch (TomlException failure)
        {
            throw new YamlFault(
                ProblemCodes.FrontMatterInvalid,
                (failure.Line ?? 1) + linesBefore,
                Math.Max(1, failure.Column ?? 1),
                "The TOML is invalid: " + MessageOf(failure));
        }
        catch (Exception failure)
            when (
                failure
                    is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw reader.Fault(ProblemCodes.FrontMatterInvalid, "The TOML is invalid: " + failure.Message);
        }
    }

    // One error per line: "(1,12) : error : Invalid newline in a string".
    private static string MessageOf(TomlException failure)
    {
        const string mark = " : error : ";
        var first = failure.Message.Split('\n')[0];
        var at = first.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? first : first[(at + mark.Length)..].Trim();
    }

    // Expects the parser at the start of the table and leaves it at the end.
    private void ReadTable(ConfigMap map, int depth)
    {
        if (depth > limits.Depth) throw Fault(ProblemCodes.YamlDepth, $"Lists and mappings are nested more than {limits.Depth} deep.");
        while (parser.MoveNext() && parser.Current.Kind == TomlParseEventKind.PropertyName)
        {
            Count();
            var key = XmlText.Clean(parser.GetPropertyName());
            var (line, column) = Place();
            parser.MoveNext();
            ReadEntry(tables[map], new ConfigEntry(key, map, line, column), depth);
        }
    }

    private void ReadEntry(OpenTable table, ConfigEntry key, int depth)
    {
        var known = table.Places.TryGetValue(key.Key, out var place) ? table.Entries[place].Value : null;
        var kind = parser.Current.Kind;
        if (kind == TomlParseEventKind.StartTable && TableOf(known) is { } open)
        {
            ReadTable(open, depth + 1);
            return;
        }

        if (kind == TomlParseEventKind.StartArray && known is ConfigList { Items: List<ConfigNode> items } && TableOf(known) is not null)
        {
            ReadItems(items, depth + 1);
            return;
        }

        var entry = key with { Value = ReadNode(key.Line, key.Column, depth + 1) };
        if (table.Places.TryAdd(key.Key, table.Entries.Count))
        {
            table.Entries.Add(entry);
            return;
        }

        table.Entries[place] = entry;
        repeatedKeys.Add(entry);
    }

    // A header refers to an existing table, or to the last one of an array of tables.
    private static ConfigMap? TableOf(ConfigNode? node) =>
        node as ConfigMap ?? (node is ConfigList { Items: [.., ConfigMap last] } ? last : null);

    private ConfigNode ReadNode(int keyLine, int keyColumn, int depth)
    {
        Count();
        var (line, column) = Place();
        // Tables that a header opens have no position of their own.
        if (line <= linesBefore) (line, column) = (keyLine, keyColumn);
        switch (parser.Current.Kind)
        {
            case TomlParseEventKind.StartTable:
                var map = NewTable(line, column);
                ReadTable(map, depth);
                return map;
            case TomlParseEventKind.StartArray:
                List<ConfigNode> items = [];
                ReadItems(items, depth);
                return new ConfigList(items, line, column);
            default:
                return ReadScalar(line, column);
        }
    }

    private void ReadItems(List<ConfigNode> items, int depth)
    {
        if (depth > limits.Depth) throw Fault(ProblemCodes.YamlDepth, $"Lists and mappings are nested more than {limits.Depth} deep.");
        var (line, column) = Place();
        while (parser.MoveNext() && parser.Current.Kind != TomlParseEventKind.EndArray) items.Add(ReadNode(line, column, depth + 1));
    }

    private ConfigScalar ReadScalar(int line, int column)
    {
        // Not plain: a local date-time has no offset (TOML 1.0, "Local Date-Time"), whereas in YAML it would be UTC.
        if (parser.Current.Kind == TomlParseEventKind.DateTime) return new ConfigScalar(Written(), false, false, line, column, line);
        if (parser.Current.Kind != TomlParseEventKind.String)
            return new ConfigScalar(Written().Replace("_", "", StringComparison.Ordinal), true, false, line, column, line);
        var text = XmlText.Clean(parser.GetString(), out var changed);
        var made = new ConfigScalar(text, false, true, line, column, line);
        if (changed) firstDropped ??= made;
        return made;
    }

    // Numbers, dates and Booleans as written.
    private string Written()
    {
        if (parser.Current.Span is not { } span) return "";
        var start = Math.Clamp(span.Start.Offset, 0, toml.Length);
        return toml[start..Math.Clamp(span.End.Offset + 1, start, toml.Length)].Trim();
    }

    private ConfigMap NewTable(int line, int column)
    {
        var table = new OpenTable([], new Dictionary<string, int>(StringComparer.Ordinal));
        var map = new ConfigMap(table.Entries, line, column);
        tables.Add(map, table);
        return map;
    }

    private void Count()
    {
        if (++nodes > limits.Nodes) throw Fault(ProblemCodes.FrontMatterTooLarge, $"The TOML has more than {limits.Nodes} values.");
    }

    private (int Line, int Column) Place() => (parser.Current.Line + linesBefore, Math.Max(1, parser.Current.Column));

    private YamlFault Fault(string code, string message) => new(code, Math.Max(linesBefore + 1, Place().Line), Place().Column, message);

    private sealed record OpenTable(List<ConfigEntry> Entries, Dictionary<string, int> Places);
}
