namespace FeedApi.Content;

/// <summary>A post's text cut into front matter and body.</summary>
/// <param name="Yaml">The lines between the fences; null when there is no front matter or no end of it.</param>
/// <param name="Body">What follows the closing fence.</param>
/// <param name="BodyLine">1-based line on which the body starts.</param>
/// <param name="IsUnclosed">True when the opening fence has no closing one.</param>
internal readonly record struct FrontMatterText(string? Yaml, string Body, int BodyLine, bool IsUnclosed)
{
    /// <summary>Cuts at the fences: <c>---</c> on the first line, <c>---</c> or <c>...</c> at the end; white space may follow either.</summary>
    public static FrontMatterText Cut(string text)
    {
        // A file of one or two hyphens is one that is just being written.
        if (text.AsSpan().Trim() is "-" or "--") return new FrontMatterText(null, "", 1, true);
        if (!IsFence(LineAt(text, 0), isClosing: false)) return new FrontMatterText(null, text, 1, false);
        var start = NextLine(text, 0);
        for (var (at, line) = (start, 2); at < text.Length; at = NextLine(text, at), line++)
        {
            if (!IsFence(LineAt(text, at), isClosing: true)) continue;
            var body = NextLine(text, at);
            return new FrontMatterText(text[start..at], text[body..], line + 1, false);
        }

        return new FrontMatterText(null, "", 1, true);
    }

    private static bool IsFence(ReadOnlySpan<char> line, bool isClosing)
    {
        if (line.Length < 3 || line[0] is not ('-' or '.')) return false;
        var fence = line.TrimEnd();
        return fence is "---" || (isClosing && fence is "...");
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        var end = rest.IndexOf('\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int NextLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }
}
