using System.Text;

namespace FeedApi.Site.Nodes;

/// <summary>
/// Indents the lines on which a flow list, a flow mapping or a quoted scalar goes on, which YamlDotNet requires and others do not.
/// </summary>
/// <remarks>
/// YAML 1.1 and 1.2 want such lines indented; libyaml (Ruby's Psych) and go-yaml accept them anywhere. White space at their start has no
/// meaning, so the values stay the same, and so does the number of each line.
/// </remarks>
internal sealed class YamlIndentation
{
    private readonly StringBuilder made = new();
    private readonly YamlFlowState flow = new();
    private int wantedIndent;
    private int blockIndent = int.MaxValue;
    private bool isChanged;
    private int? quoteLine;

    private YamlIndentation()
    {
    }

    /// <summary>The indented text; null when there is nothing to indent.</summary>
    public static IndentedYaml? Of(string yaml)
    {
        var indentation = new YamlIndentation();
        var lines = yaml.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) indentation.made.Append('\n');
            indentation.Add(lines[i], i + 1);
        }

        return indentation.isChanged ? new IndentedYaml(indentation.made.ToString(), indentation.quoteLine) : null;
    }

    private void Add(string line, int number)
    {
        var indent = line.Length - line.TrimStart(' ').Length;
        if (flow.IsOpen)
        {
            Continue(line, indent, number);
            return;
        }

        made.Append(line);
        var text = line.AsSpan().Trim();
        if (text.IsEmpty || text[0] == '#' || indent > blockIndent) return;
        var (column, value) = ValueIn(line, indent);
        blockIndent = line.AsSpan(value) is ['|' or '>', ..] ? column : int.MaxValue;
        if (line.AsSpan(value) is not ['[' or '{' or '"' or '\'', ..]) return;
        wantedIndent = column + 1;
        flow.Read(line.AsSpan(value));
    }

    private void Continue(string line, int indent, int number)
    {
        var isShort = indent < wantedIndent && !string.IsNullOrWhiteSpace(line);
        if (isShort)
        {
            if (flow.IsQuoted) quoteLine ??= number;
            made.Append(' ', wantedIndent - indent);
            isChanged = true;
        }

        var rest = isShort ? line.TrimStart(' ', '\t') : line;
        made.Append(' ', isShort ? indent : 0).Append(rest);
        flow.Read(rest);
    }

    // The column of the key, or of the value where there is none, and the index of the value.
    private static (int Column, int Value) ValueIn(string line, int indent)
    {
        var at = indent;
        while (at + 1 < line.Length && line[at] == '-' && line[at + 1] == ' ') at = SkipSpaces(line, at + 1);
        var column = at;
        var afterKey = line.AsSpan(at) is ['"' or '\'', ..] ? AfterQuotedKey(line, at) : AfterPlainKey(line, at);
        at = SkipSpaces(line, afterKey ?? at);
        // Anchors and tags stand before the value.
        while (at < line.Length && line[at] is '&' or '!' && line.IndexOf(' ', at) is > 0 and var space) at = SkipSpaces(line, space);
        return (column, at);
    }

    private static int? AfterPlainKey(string line, int at)
    {
        if (line.AsSpan(at) is ['[' or '{', ..]) return null;
        var colon = line.IndexOf(": ", at, StringComparison.Ordinal);
        return colon < 0 ? null : colon + 1;
    }

    private static int? AfterQuotedKey(string line, int at)
    {
        var end = line.IndexOf(line[at], at + 1);
        if (end < 0) return null;
        var colon = SkipSpaces(line, end + 1);
        return colon < line.Length && line[colon] == ':' ? colon + 1 : null;
    }

    private static int SkipSpaces(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t') at++;
        return at;
    }
}

/// <summary>YAML with indented lines.</summary>
/// <param name="Yaml">The text.</param>
/// <param name="QuoteLine">1-based number of the first line that was indented inside quotes; null when there is none.</param>
internal sealed record IndentedYaml(string Yaml, int? QuoteLine);
