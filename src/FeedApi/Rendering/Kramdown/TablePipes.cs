namespace FeedApi.Rendering.Kramdown;

/// <summary>Whether lines are those of a table: each has a pipe outside of code.</summary>
internal static class TablePipes
{
    /// <summary>True when every line has one.</summary>
    public static bool AreOnEveryLine(string lines, ParseState state)
    {
        var hasPipe = false;
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at] == '\n')
            {
                if (!hasPipe) return false;
                hasPipe = false;
            }
            else if (lines[at] == '|' && (at == 0 || lines[at - 1] != '\\'))
            {
                hasPipe = true;
            }
            else if (EndOfSkipped(lines, at, state) is var end && end > at)
            {
                if (lines.AsSpan(at, end - at).Count('\n') is var ends and > 0 && (ends > 1 || !hasPipe)) return false;
                if (lines.AsSpan(at, end - at).Contains('\n')) hasPipe = false;
                at = end - 1;
            }
        }

        return hasPipe;
    }

    private static int EndOfSkipped(string lines, int at, ParseState state)
    {
        if (lines[at] == '`') return CodeSpan.EndOf(lines, at, state.Budget)?.End ?? CodeSpan.EndOfRun(lines, at);
        if (lines[at] != '<' || HtmlTag.Read(lines, at, state.Budget) is not { } tag || HtmlNames.Block.Contains(tag.Name)) return at;
        if (tag.IsClosed || HtmlNames.Empty.Contains(tag.Name)) return tag.End;
        var end = HtmlTag.FindEnd(lines, tag.End, tag.Name, state.Budget);
        return end < 0 ? lines.Length : lines.IndexOf('>', end) + 1;
    }
}
