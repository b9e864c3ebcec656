using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Decides whether lines are those of a table: each has a pipe outside of code and HTML.</summary>
internal sealed class TablePipes
{
    private bool hasPipe;

    /// <summary>True when every line that kramdown examines has one: it skips a line that ends before code.</summary>
    public static bool AreOnEveryLine(string lines, ParseState state)
    {
        var pipes = new TablePipes();
        var start = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            var code = lines[at] == '`' ? CodeSpan.EndOf(lines, at, state.Budget) : null;
            var end = lines[at] == '<' ? EndOfElement(lines, at, state) : code?.End;
            if (end is null)
            {
                if (lines[at] == '`') at = CodeSpan.EndOfRun(lines, at) - 1;
                continue;
            }

            if (!pipes.AddText(lines.AsSpan(start, at - start))) return false;
            if (code is { } found && !pipes.AddCode(CodeSpan.ContentOf(lines, at, found.Start, found.Close))) return false;
            start = end.Value;
            at = start - 1;
        }

        return pipes.AddText(lines.AsSpan(start)) && pipes.hasPipe;
    }

    private bool AddText(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd('\n');
        var first = text.IndexOf('\n');
        if (first >= 0 && !hasPipe && !HasPipe(text[..first])) return false;
        if (first >= 0) hasPipe = false;
        hasPipe |= HasPipe(text[(text.LastIndexOf('\n') + 1)..]);
        return true;
    }

    private bool AddCode(ReadOnlySpan<char> code)
    {
        var ends = code.TrimEnd('\n').Count('\n');
        if (ends > 1 || (ends == 1 && !hasPipe)) return false;
        hasPipe &= ends == 0;
        return true;
    }

    // Elements are ignored, however many lines they span.
    private static int? EndOfElement(string lines, int at, ParseState state)
    {
        var close = Characters.IsAt(lines, at, "<!--") ? lines.IndexOf("-->", at + 4, StringComparison.Ordinal) : -1;
        if (close >= 0) return close + 3;
        if (HtmlTag.Read(lines, at, state.Budget) is not { } tag || HtmlNames.Block.Contains(tag.Name)) return null;
        if (tag.IsClosed || HtmlNames.Empty.Contains(tag.Name)) return tag.End;
        var end = HtmlTag.FindEnd(lines, tag.End, tag.Name, state.Budget);
        return end < 0 ? lines.Length : lines.IndexOf('>', end) + 1;
    }

    private static bool HasPipe(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '|' && (at == 0 || line[at - 1] != '\\')) return true;
        }

        return false;
    }
}
