using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Code spans.</summary>
internal static class CodeSpan
{
    /// <summary>Parses code; other backticks are text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (EndOf(text, at, reader.State.Budget) is not { } found)
        {
            reader.Take(EndOfRun(text, at) - at);
            return true;
        }

        reader.Add(new CodeInline(ContentOf(text, at, found.Start, found.Close).ToString()), found.End);
        return true;
    }

    /// <summary>The code without the spaces next to markers of more than one backtick.</summary>
    public static ReadOnlySpan<char> ContentOf(string text, int at, int start, int close)
    {
        var code = text.AsSpan(start, close - start);
        if (start - at == 1) return code;
        if (code.StartsWith(" ")) code = code[1..];
        return code.EndsWith(" ") ? code[..^1] : code;
    }

    /// <summary>The ends of the opening marker, of the code and of the closing marker; null when the backticks are text.</summary>
    public static (int Start, int Close, int End)? EndOf(string text, int at, ParseBudget budget)
    {
        var start = EndOfRun(text, at);
        var length = start - at;
        if (length == 1 && Characters.IsSpaceOrEnd(text, at - 1) && start < text.Length && Characters.IsSpace(text[start])) return null;
        for (var close = start; (close = text.IndexOf('`', close)) >= 0;)
        {
            var end = EndOfRun(text, close);
            budget.Spend(end - close + 4);
            if (end - close >= length) return (start, close, close + length);
            close = end;
        }

        budget.SpendSearch(text.Length - start);
        return null;
    }

    /// <summary>The position after a run of backticks.</summary>
    public static int EndOfRun(string text, int at)
    {
        while (at < text.Length && text[at] == '`') at++;
        return at;
    }
}
