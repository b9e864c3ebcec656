namespace FeedApi.Content.FrontMatter;

/// <summary>The language of front matter.</summary>
internal enum FrontMatterSyntax
{
    /// <summary>Between <c>---</c> lines.</summary>
    Yaml,

    /// <summary>Between <c>+++</c> lines.</summary>
    Toml,

    /// <summary>An object at the start of the file.</summary>
    Json,
}

/// <summary>A post's text cut into front matter and body.</summary>
/// <param name="Text">The front matter without its fences; null when there is none or it has no end.</param>
/// <param name="Syntax">The language of the front matter.</param>
/// <param name="Body">The text after the front matter.</param>
/// <param name="BodyLine">1-based line on which the body starts.</param>
/// <param name="IsUnclosed">True when the front matter begins and does not end.</param>
internal readonly record struct FrontMatterText(string? Text, FrontMatterSyntax Syntax, string Body, int BodyLine, bool IsUnclosed)
{
    /// <summary>
    /// Splits at the fences: <c>---</c> or <c>+++</c> on the first line, the same (or <c>...</c> for YAML) at the end, white space after
    /// either; or after the JSON object with which the file begins.
    /// </summary>
    public static FrontMatterText Cut(string text)
    {
        // A file with only part of a fence is still being written.
        if (text.AsSpan().Trim() is "-" or "--" or "+" or "++" or "{")
            return new FrontMatterText(null, FrontMatterSyntax.Yaml, "", 1, true);
        if (JsonFrontMatter.IsAhead(text)) return JsonFrontMatter.Cut(text);
        var fence = LineAt(text, 0).TrimEnd();
        return fence is "---" ? CutAt(text, FrontMatterSyntax.Yaml, "---", "...")
            : fence is "+++" ? CutAt(text, FrontMatterSyntax.Toml, "+++", "+++")
            : new FrontMatterText(null, FrontMatterSyntax.Yaml, text, 1, false);
    }

    /// <summary>The closing fence as named in messages.</summary>
    public string ClosingFence => Syntax switch
    {
        FrontMatterSyntax.Toml => "+++ line",
        FrontMatterSyntax.Json => "brace",
        _ => "--- line",
    };

    private static FrontMatterText CutAt(string text, FrontMatterSyntax syntax, string closing, string otherClosing)
    {
        var start = NextLine(text, 0);
        for (var (at, line) = (start, 2); at < text.Length; at = NextLine(text, at), line++)
        {
            var fence = LineAt(text, at).TrimEnd();
            if (!fence.SequenceEqual(closing) && !fence.SequenceEqual(otherClosing)) continue;
            return new FrontMatterText(text[start..at], syntax, text[NextLine(text, at)..], line + 1, false);
        }

        return new FrontMatterText(null, syntax, "", 1, true);
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
