using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Blocks;

/// <summary>The target of a link definition.</summary>
/// <param name="Url">As written.</param>
/// <param name="Title">As written; null when there is none.</param>
/// <param name="End">The position after the definition's last line.</param>
internal readonly record struct LinkTarget(string Url, string? Title, int End)
{
    /// <summary>Parses a target: an address, optionally in angle brackets, and a title, which may be on the next line.</summary>
    public static LinkTarget? Read(string text, int start)
    {
        var line = LineRules.EndOfLine(text, start) - 1;
        if (start >= line || line >= text.Length) return null;
        if (text[start] == '<' && ReadInBrackets(text, start, line) is { } target) return target;
        var last = start + text.AsSpan(start, line - start).TrimEnd().Length;
        if (last == start) return null;
        return text[last - 1] is '"' or '\'' && TitleOnLine(text, start, last) is { } quote
            ? WithTitle(text, start, quote, last, line)
            : Read(text, start, last, line);
    }

    private static LinkTarget? ReadInBrackets(string text, int start, int line)
    {
        var close = text.IndexOf('>', start, line - start);
        if (close < 0) return null;
        var url = text[(start + 1)..close];
        var last = start + text.AsSpan(start, line - start).TrimEnd().Length;
        if (last == close + 1) return Read(text, start, last, line) is { } plain ? plain with { Url = url } : null;
        var quote = Characters.SkipBlanks(text, close + 1);
        var isTitle = quote > close + 1 && quote < last - 2 && text[quote] is '"' or '\'' && text[last - 1] == text[quote];
        return isTitle ? new LinkTarget(url, text[(quote + 1)..(last - 1)], line + 1) : null;
    }

    // The first quotation mark after a space whose counterpart ends the line.
    private static int? TitleOnLine(string text, int start, int last)
    {
        for (var at = start + 1; at < last - 2; at++)
        {
            if (text[at] == text[last - 1] && text[at - 1] is ' ' or '\t' && !text.AsSpan(start, at - start).IsWhiteSpace()) return at;
        }

        return null;
    }

    private static LinkTarget? WithTitle(string text, int start, int quote, int last, int line)
    {
        var url = text[start..quote].TrimEnd();
        return HasQuoteAfterSpace(url) ? null : new LinkTarget(url, text[(quote + 1)..(last - 1)], line + 1);
    }

    private static LinkTarget? Read(string text, int start, int last, int line)
    {
        var url = text[start..last];
        if (HasQuoteAfterSpace(url)) return null;
        var next = line + 1;
        var quote = Characters.SkipBlanks(text, next);
        if (quote >= text.Length || text[quote] is not ('"' or '\'')) return new LinkTarget(url, null, next);
        var end = LineRules.EndOfLine(text, quote);
        var close = quote + text.AsSpan(quote, end - quote).TrimEnd().Length - 1;
        return close > quote + 1 && text[close] == text[quote]
            ? new LinkTarget(url, text[(quote + 1)..close], end)
            : new LinkTarget(url, null, next);
    }

    private static bool HasQuoteAfterSpace(string url)
    {
        for (var at = 1; at < url.Length; at++)
        {
            if (url[at] is '"' or '\'' && url[at - 1] is ' ' or '\t') return true;
        }

        return false;
    }
}
