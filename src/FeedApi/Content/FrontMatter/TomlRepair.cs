using System.Text.RegularExpressions;
using FeedApi.Site.Nodes;

namespace FeedApi.Content.FrontMatter;

/// <summary>Requotes the broken <c>key = value</c> lines of TOML front matter.</summary>
internal static partial class TomlRepair
{
    // Each line is parsed by itself, at about 5 us; no real post has more lines.
    private const int MaxLines = 2_000;
    private const int LinesBefore = 1;

    private static readonly string[] MultiLine = ["\"\"\"", "'''"];

    /// <summary>The text with the same number of lines, and what was repaired.</summary>
    public static FrontMatterRepair Of(string toml)
    {
        var lines = toml.Split('\n');
        List<RepairedLine> repaired = [];
        for (var i = 0; i < lines.Length && lines.Length <= MaxLines; i++)
        {
            if (EndOfMultiLine(lines, i) is { } end) i = end;
            else if (Repair(lines[i], LinesBefore + i + 1) is { } line)
            {
                lines[i] = line.Text;
                repaired.Add(line);
            }
        }

        return new FrontMatterRepair(string.Join('\n', lines), repaired);
    }

    // The last line of a multi-line list or string; null when the value ends on its first line.
    private static int? EndOfMultiLine(string[] lines, int index)
    {
        var match = KeyValue().Match(lines[index]);
        if (!match.Success) return null;
        var value = match.Groups["value"].ValueSpan;
        foreach (var quote in MultiLine)
        {
            if (!value.StartsWith(quote, StringComparison.Ordinal) || value[3..].Contains(quote, StringComparison.Ordinal)) continue;
            return Array.FindIndex(lines, index + 1, line => line.Contains(quote, StringComparison.Ordinal)) is > 0 and var end
                ? end
                : null;
        }

        if (value is not ['[' or '{', ..] || value.ContainsAny("]}")) return null;
        return Array.FindIndex(lines, index + 1, line => line.AsSpan().TrimStart() is [']' or '}', ..]) is > 0 and var last ? last : null;
    }

    private static RepairedLine? Repair(string line, int number)
    {
        var match = KeyValue().Match(line);
        if (!match.Success || IsValid(line)) return null;
        var value = match.Groups["value"];
        var written = value.Value.Trim();
        var kept = $"{match.Groups["key"].Value} = {written}";
        if (match.Groups["sign"].Value == ":" && IsValid(kept))
            return new RepairedLine(kept, number, match.Groups["sign"].Index + 1, "There is a colon where TOML requires an equals sign.");
        return new RepairedLine(
            $"{match.Groups["key"].Value} = {Quote(written)}", number, value.Index + 1, "The value is not valid TOML.");
    }

    private static bool IsValid(string line)
    {
        try
        {
            TomlNodeReader.Read(line, YamlLimits.FrontMatter, 0);
            return true;
        }
        catch (YamlFault)
        {
            return false;
        }
    }

    // The value as its author meant it: without its outer quotes, with its content unchanged.
    private static string Quote(string value)
    {
        var quote = value.Length > 0 ? value[0] : ' ';
        var isEnclosed = quote is '"' or '\'' && value.Length > 1 && value[^1] == quote;
        var text = isEnclosed ? value[1..^1] : quote is '"' or '\'' ? value[1..] : value;
        if (quote == '"') text = text.Replace("\\\"", "\"", StringComparison.Ordinal);
        return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"^\s*(?<key>[A-Za-z0-9_\-]+|""[^""]+"")\s*(?<sign>[=:])\s*(?<value>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyValue();
}
