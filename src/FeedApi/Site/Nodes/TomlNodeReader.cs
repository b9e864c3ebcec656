using FeedApi.Model;
using FeedApi.Model.Text;
using Tomlyn;
using Tomlyn.Parsing;

namespace FeedApi.Site.Nodes;

/// <summary>
/// Reads TOML into the nodes that YAML is read into, through Tomlyn's events and within limits; throws <see cref="YamlFault"/>.
/// </summary>
/// <remarks>Tomlyn's events do not tell a table that goes on from a key that stands twice: both are settled here.</remarks>
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

    /// <summary>Reads the document.</summary>
    /// <param name="toml">The text.</param>
    /// <param name="limits">How much is accepted.</param>
    /// <param name="linesBefore">Lines of the file above the text.</param>
    public static NodeReading Read(string toml, YamlLimits limits, int linesBefore)
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

    // "(1,12) : error : Invalid newline in a string", a line each.
    private static string MessageOf(TomlException failure)
    {
        const string mark = " : error : ";
        var first = failure.Message.Split('\n')[0];
        var at = first.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? first : first[(at + mark.Length)..].Trim();
    }

    // Begins at the start of the table and leaves the parser on its end.
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

    // A header names a table that is there, or the last one of a list of tables.
    private static ConfigMap? TableOf(ConfigNode? node) =>
        node as ConfigMap ?? (node is ConfigList { Items: [.., ConfigMap last] } ? last : null);

    private ConfigNode ReadNode(int keyLine, int keyColumn, int depth)
    {
        Count();
        var (line, column) = Place();
        // Tables that a header opens have no place of their own.
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
        // A time without an offset is that of its place (TOML 1.0, "Local Date-Time"), so it is no time as YAML has them.
        if (parser.Current.Kind == TomlParseEventKind.DateTime) return new ConfigScalar(Written(), false, false, line, column, line);
        if (parser.Current.Kind != TomlParseEventKind.String)
            return new ConfigScalar(Written().Replace("_", "", StringComparison.Ordinal), true, false, line, column, line);
        var text = XmlText.Clean(parser.GetString(), out var changed);
        var made = new ConfigScalar(text, false, true, line, column, line);
        if (changed) firstDropped ??= made;
        return made;
    }

    // Numbers, dates and truth values as typed.
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
