using System.Text;
using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Blocks;

/// <summary>The lines of one list item, or of one definition, without marker and indentation.</summary>
internal sealed class ListItemText
{
    private readonly StringBuilder current = new();
    private readonly List<string> parts = [];
    private bool hasNested;

    /// <summary>Starts with the rest of the first line.</summary>
    /// <param name="markerColumns">Width of the marker in columns.</param>
    /// <param name="rest">The text after it, with the line end.</param>
    /// <param name="attributes">Receives the attributes at the start of the line.</param>
    public ListItemText(int markerColumns, string rest, AttributeList attributes)
    {
        var text = ReadFirstLine(markerColumns, rest);
        if (AttributesAt(text) is { } found)
        {
            AttributeListReader.Read(text[found.Start..found.End], attributes);
            text = text[Characters.SkipSpace(text, found.End + 1)..];
        }

        hasNested = LineRules.IsItem(text, 0);
        current.Append(text);
    }

    /// <summary>The column at which the text begins, and to which later lines are indented.</summary>
    public int Indentation { get; private set; }

    /// <summary>The text, split where a nested list begins so that it needs no blank line before it.</summary>
    public IReadOnlyList<string> Parts => [.. parts, current.ToString()];

    /// <summary>True when a line is indented at least as far as the text.</summary>
    public bool IsIndented(string text, int at)
    {
        for (var groups = Indentation / 4; groups > 0; groups--)
        {
            if ((at = AfterIndent(text, at)) < 0) return false;
        }

        return AfterIndent(text, at) >= 0 || LineRules.SkipIndent(text, at, Indentation % 4) == at + (Indentation % 4);
    }

    /// <summary>True when a line that is not indented continues the item.</summary>
    public bool IsLazy(string text, int at) => LineRules.HasText(text, at) && !LineRules.EndsLazyMarkup(text, at, Math.Min(Indentation, 3));

    /// <summary>Adds a line with its end.</summary>
    public void AddLine(ReadOnlySpan<char> line)
    {
        var written = ExpandTabs(line);
        var isIndented = written.AsSpan().IndexOfAnyExcept(' ') is var spaces && (spaces < 0 ? written.Length : spaces) >= Indentation;
        if (isIndented) written = written[Indentation..];
        var isItem = LineRules.IsItem(written, 0);
        if (!hasNested && isIndented && isItem)
        {
            parts.Add(current.ToString());
            current.Clear();
            hasNested = true;
        }
        else if (hasNested && !isIndented && isItem)
        {
            current.Append(' ', Indentation + 4);
        }

        current.Append(written);
    }

    /// <summary>Adds a line with its end to a definition, in which nested lists need a blank line.</summary>
    public void AddDefinitionLine(ReadOnlySpan<char> line)
    {
        var written = ExpandTabs(line);
        var isIndented = written.AsSpan().IndexOfAnyExcept(' ') is var spaces && (spaces < 0 ? written.Length : spaces) >= Indentation;
        current.Append(written, isIndented ? Indentation : 0, written.Length - (isIndented ? Indentation : 0));
    }

    /// <summary>Adds blank lines.</summary>
    public void AddBlank(ReadOnlySpan<char> lines)
    {
        hasNested = true;
        current.Append(lines);
    }

    /// <summary>The attributes at the start of an item's text, without their braces; null when there are none.</summary>
    public static (int Start, int End)? AttributesAt(string text)
    {
        var start = Characters.SkipSpace(text, 0);
        if (!Characters.IsAt(text, start, "{:") || start + 2 >= text.Length || text[start + 2] is ':' or '/') return null;
        var name = Characters.EndOfName(text, start + 2);
        if (name > start + 2 && name < text.Length && text[name] == ':') return null;
        return AttributeListReader.EndOfBraces(text, start + 2) is { } end ? (start + 2, end) : null;
    }

    // The text of an empty item, and of one with only attributes, is indented by four columns.
    private string ReadFirstLine(int markerColumns, string rest)
    {
        var textStart = AttributesAt(rest) is { } found ? found.End + 1 : 0;
        if (LineRules.EndOfRest(rest, textStart) is not null)
        {
            Indentation = 4;
            return rest[Characters.SkipSpace(rest, 0)..];
        }

        var at = 0;
        for (Indentation = markerColumns; at < rest.Length && rest[at] is ' ' or '\t'; at++)
        {
            Indentation += rest[at] == '\t' ? 4 - (Indentation % 4) : 1;
        }

        return rest[Characters.SkipSpace(rest, at)..];
    }

    private static string ExpandTabs(ReadOnlySpan<char> line)
    {
        var tabs = line.IndexOfAnyExcept('\t');
        return tabs > 0 ? string.Concat(new string(' ', 4 * tabs), line[tabs..]) : line.ToString();
    }

    private static int AfterIndent(string text, int at)
    {
        if (at >= text.Length) return -1;
        if (text[at] == '\t') return at + 1;
        return Characters.IsAt(text, at, "    ") ? at + 4 : -1;
    }
}
