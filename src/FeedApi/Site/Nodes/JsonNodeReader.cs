using System.Text;
using System.Text.Json;
using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Nodes;

/// <summary>Parses a JSON object into the same nodes as YAML, within limits; throws <see cref="YamlFault"/>.</summary>
/// <remarks>RFC 8259, but comments and trailing commas are accepted.</remarks>
internal ref struct JsonNodeReader
{
    private readonly YamlLimits limits;
    private readonly ReadOnlySpan<byte> bytes;
    private readonly List<ConfigEntry> repeatedKeys = [];
    private Utf8JsonReader reader;
    private ConfigScalar? firstDropped;
    private int nodes;
    private int seenBytes;
    private int line = 1;
    private int column = 1;

    private JsonNodeReader(ReadOnlySpan<byte> bytes, YamlLimits limits)
    {
        this.bytes = bytes;
        this.limits = limits;
        reader = new Utf8JsonReader(bytes, Options);
    }

    /// <summary>The reader's options: comments and trailing commas are accepted.</summary>
    public static JsonReaderOptions Options =>
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 128 };

    /// <summary>Parses the object.</summary>
    /// <param name="json">The text, from the file's first character on.</param>
    /// <param name="limits">The maximum depth and number of values.</param>
    /// <exception cref="YamlFault">The JSON is invalid or exceeds a limit.</exception>
    public static NodeReading Read(string json, YamlLimits limits)
    {
        // Utf8JsonReader rejects lone surrogates. Removing them does not move line ends.
        var bytes = Encoding.UTF8.GetBytes(XmlText.Clean(SurrogateEscapes.Resolve(json, out _)));
        var nodeReader = new JsonNodeReader(bytes, limits);
        return nodeReader.ReadDocument();
    }

    private NodeReading ReadDocument()
    {
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) throw Fault(ProblemCodes.FrontMatterInvalid, "The JSON is not an object.");
            var map = ReadMap(0);
            reader.Read();
            return new NodeReading(map, repeatedKeys, firstDropped);
        }
        catch (JsonException failure)
        {
            var message = failure.Message.Split(" LineNumber:", 2)[0];
            throw new YamlFault(
                ProblemCodes.FrontMatterInvalid,
                (int)(failure.LineNumber ?? 0) + 1,
                (int)(failure.BytePositionInLine ?? 0) + 1,
                "The JSON is invalid: " + message);
        }
        catch (InvalidOperationException failure)
        {
            throw Fault(ProblemCodes.FrontMatterInvalid, "The JSON is invalid: " + failure.Message);
        }
    }

    private ConfigNode ReadNode(int depth)
    {
        Advance();
        if (++nodes > limits.Nodes) throw Fault(ProblemCodes.FrontMatterTooLarge, $"The JSON has more than {limits.Nodes} values.");
        var isNested = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        if (isNested && depth >= limits.Depth)
            throw Fault(ProblemCodes.YamlDepth, $"Lists and mappings are nested more than {limits.Depth} deep.");
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(depth),
            JsonTokenType.StartArray => ReadList(depth),
            JsonTokenType.String => TextOf(reader.GetString()!),
            _ => new ConfigScalar(Encoding.UTF8.GetString(reader.ValueSpan), true, false, line, column, line),
        };
    }

    private ConfigMap ReadMap(int depth)
    {
        Advance();
        var (startLine, startColumn) = (line, column);
        List<ConfigEntry> entries = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            Advance();
            nodes++;
            var (key, keyLine, keyColumn) = (XmlText.Clean(reader.GetString()!), line, column);
            reader.Read();
            var entry = new ConfigEntry(key, ReadNode(depth + 1), keyLine, keyColumn);
            if (places.TryAdd(key, entries.Count))
            {
                entries.Add(entry);
                continue;
            }

            entries[places[key]] = entry;
            repeatedKeys.Add(entry);
        }

        return new ConfigMap(entries, startLine, startColumn);
    }

    private ConfigList ReadList(int depth)
    {
        var (startLine, startColumn) = (line, column);
        List<ConfigNode> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(ReadNode(depth + 1));
        return new ConfigList(items, startLine, startColumn);
    }

    private ConfigScalar TextOf(string written)
    {
        var text = XmlText.Clean(written, out var changed);
        var made = new ConfigScalar(text, false, true, line, column, line);
        if (changed) firstDropped ??= made;
        return made;
    }

    // Line and column of the token are counted from the previous one, so that all tokens together cost one pass.
    private void Advance()
    {
        var start = (int)reader.TokenStartIndex;
        var passed = bytes[seenBytes..start];
        var lines = passed.Count((byte)'\n');
        if (lines > 0) column = 1;
        line += lines;
        column += Encoding.UTF8.GetCharCount(passed[(passed.LastIndexOf((byte)'\n') + 1)..]);
        seenBytes = start;
    }

    private readonly YamlFault Fault(string code, string message) => new(code, line, column, message);
}
