using System.Text.RegularExpressions;

namespace FeedApi.Content.FrontMatter;

/// <summary>Front matter whose broken <c>key: value</c> lines have been requoted.</summary>
/// <param name="Yaml">The text, YAML or TOML, with the same number of lines.</param>
/// <param name="Lines">What was repaired.</param>
internal sealed partial record FrontMatterRepair(string Yaml, IReadOnlyList<RepairedLine> Lines)
{
    /// <summary>Repairs lines that no YAML parser accepts but any human understands; valid lines stay as they are.</summary>
    /// <param name="yaml">Front matter that could not be parsed.</param>
    /// <param name="linesBefore">Lines of the file above it.</param>
    public static FrontMatterRepair Of(string yaml, int linesBefore)
    {
        var lines = yaml.Split('\n');
        List<RepairedLine> repaired = [];
        var blockIndent = int.MaxValue;
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].AsSpan().TrimStart().Length;
            if (lines[i].AsSpan().Trim().IsEmpty || indent > blockIndent) continue;
            blockIndent = BlockHeader().IsMatch(lines[i]) ? indent : int.MaxValue;
            if (blockIndent != int.MaxValue || IsContinued(lines, i, indent)) continue;
            if (Repair(lines[i], linesBefore + i + 1) is not { } line) continue;
            lines[i] = line.Text;
            repaired.Add(line);
        }

        return new FrontMatterRepair(string.Join('\n', lines), repaired);
    }

    // A quoted value or a flow list may continue on the next line when that is indented further: that is valid YAML.
    private static bool IsContinued(string[] lines, int index, int indent)
    {
        if (index + 1 >= lines.Length || lines[index + 1].AsSpan().Trim().IsEmpty) return false;
        var next = lines[index + 1];
        return next.Length - next.AsSpan().TrimStart().Length > indent && !next.Contains('\t') && OpensMore().IsMatch(lines[index]);
    }

    private static RepairedLine? Repair(string line, int number)
    {
        var match = KeyValue().Match(line);
        if (!match.Success)
        {
            return line.StartsWith('\t')
                ? new RepairedLine(line.Replace("\t", "  ", StringComparison.Ordinal), number, 1, "A tab indents the line.")
                : null;
        }

        var (value, prefix) = (match.Groups["value"], match.Groups["key"].Value + ":");
        var written = value.Value.Trim();
        var tabFault = line.AsSpan(0, value.Index).Contains('\t') ? "There is a tab where YAML requires a space." : null;
        var fault = FrontMatterValue.FaultOf(written) ?? GluedFault(match, written);
        if (fault is null && tabFault is null) return null;

        var text = fault is null ? written : FrontMatterValue.Quote(written);
        return new RepairedLine(
            $"{prefix.Replace("\t", "  ", StringComparison.Ordinal)} {text}", number, value.Index + 1, fault ?? tabFault!);
    }

    private static string? GluedFault(Match match, string written) =>
        match.Groups["space"].Length == 0 && written.Length > 0 && !written.StartsWith("//", StringComparison.Ordinal)
            ? "No space follows the colon."
            : null;

    [GeneratedRegex(@"^(?<key>\s*(- +)?[\p{L}_][\p{L}\p{N}_\-]*)[ \t]*:(?<space>[ \t]*)(?<value>.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyValue();

    [GeneratedRegex(@":\s+[|>][0-9+\-]{0,2}\s*(#.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockHeader();

    [GeneratedRegex(@":\s*($|""[^""]*$|'[^']*$|\[[^\]]*$|\{[^}]*$)", RegexOptions.NonBacktracking)]
    private static partial Regex OpensMore();
}

/// <summary>A line that was repaired.</summary>
/// <param name="Text">The repaired line.</param>
/// <param name="Line">1-based line of the file.</param>
/// <param name="Column">1-based column at which the value starts.</param>
/// <param name="Message">What was wrong.</param>
internal sealed record RepairedLine(string Text, int Line, int Column, string Message);
