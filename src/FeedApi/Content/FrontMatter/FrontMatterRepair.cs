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
        StrayLines.Join(lines, linesBefore, repaired);
        var anchors = YamlSign.AnchorsIn(yaml);
        var (blockIndent, keyIndent) = (int.MaxValue, int.MaxValue);
        for (var i = 0; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].AsSpan().TrimStart().Length;
            if (lines[i].AsSpan().Trim().IsEmpty || indent > blockIndent) continue;
            blockIndent = BlockHeader().IsMatch(lines[i]) ? indent : int.MaxValue;
            // An indented line below a value goes on with it, with or without a full-width colon.
            if (indent > keyIndent && !lines[i].Contains(':')) continue;
            keyIndent = ColumnOfValuedKey(lines[i]) ?? int.MaxValue;
            if (blockIndent != int.MaxValue || IsContinued(lines, i, indent)) continue;
            if (Repair(lines[i], linesBefore + i + 1, anchors) is not { } line) continue;
            lines[i] = line.Text;
            repaired.Add(line);
        }

        return new FrontMatterRepair(string.Join('\n', lines), repaired);
    }

    private static int? ColumnOfValuedKey(string line) =>
        KeyValue().Match(line) is { Success: true } match && !match.Groups["value"].ValueSpan.IsWhiteSpace()
            ? match.Groups["name"].Index
            : null;

    // A quoted value or a flow list may continue on the next line when that is indented further: that is valid YAML.
    private static bool IsContinued(string[] lines, int index, int indent)
    {
        if (index + 1 >= lines.Length || lines[index + 1].AsSpan().Trim().IsEmpty) return false;
        var next = lines[index + 1];
        return next.Length - next.AsSpan().TrimStart().Length > indent && !next.Contains('\t') && OpensMore().IsMatch(lines[index]);
    }

    private static RepairedLine? Repair(string line, int number, IReadOnlySet<string> anchors)
    {
        var match = KeyValue().Match(line);
        if (!match.Success) return RepairIndent(line, number) ?? RepairItem(line, number, anchors);
        var (value, prefix) = (match.Groups["value"], match.Groups["key"].Value + ":");
        var written = value.Value.Trim();
        var tabFault = line.AsSpan(0, value.Index).Contains('\t') ? "There is a tab where YAML requires a space." : null;
        var colonFault = match.Groups["colon"].Value != ":" ? "A full-width colon follows the key." : null;
        var list = FlowListRepair.Of(match.Groups["name"].Value, written, anchors);
        var fault = list is not null ? "The list has an item or a bracket that is not valid." : FrontMatterValue.FaultOf(written, anchors);
        if (colonFault is null) fault ??= GluedFault(match, written);
        if ((fault ?? tabFault ?? colonFault) is not { } message) return null;

        var text = list ?? (fault is null ? written : FrontMatterValue.Quote(written));
        return new RepairedLine($"{prefix.Replace("\t", "  ", StringComparison.Ordinal)} {text}", number, value.Index + 1, message);
    }

    private static RepairedLine? RepairIndent(string line, int number)
    {
        var text = line.TrimStart();
        var indent = line.AsSpan(0, line.Length - text.Length);
        if (text.Length == 0 || !indent.ContainsAny('\t', '\u00a0', '\u3000')) return null;
        var spaces = indent.ToString().Replace("\t", "  ", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u3000', ' ');
        var message = line[0] == '\t' ? "A tab indents the line." : "Other characters than spaces indent the line.";
        return new RepairedLine(spaces + text, number, 1, message);
    }

    // A colon is no fault here: the item may be a mapping.
    private static RepairedLine? RepairItem(string line, int number, IReadOnlySet<string> anchors)
    {
        if (ListItem().Match(line) is not { Success: true } match) return null;
        var value = match.Groups["value"];
        var isMapping = value.ValueSpan[0] is '"' or '\'' && (value.Value.Contains("\":") || value.Value.Contains("':"));
        return !isMapping && FrontMatterValue.FaultOf(value.Value.Trim(), anchors) is { } fault
            ? new RepairedLine(match.Groups["lead"].Value + FrontMatterValue.Quote(value.Value.Trim()), number, value.Index + 1, fault)
            : null;
    }

    private static string? GluedFault(Match match, string written) =>
        match.Groups["space"].Length == 0 && written.Length > 0 && !written.StartsWith("//", StringComparison.Ordinal)
            ? "No space follows the colon."
            : null;

    /// <summary>A line with a key. A full-width colon is taken for a colon.</summary>
    [GeneratedRegex(
        @"^(?<key>\s*(- +)?(?<name>[\p{L}_][\p{L}\p{N}_\-]*))[ \t]*(?<colon>[:\uff1a])(?<space>[ \t]*)(?<value>.*)$",
        RegexOptions.NonBacktracking)]
    internal static partial Regex KeyValue();

    [GeneratedRegex(@"^(?<lead>\s*(- +)+)(?<value>[*&!@%`""'].*)$", RegexOptions.NonBacktracking)]
    private static partial Regex ListItem();

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
