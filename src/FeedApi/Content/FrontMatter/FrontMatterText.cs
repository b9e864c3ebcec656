using System.Text.RegularExpressions;

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
internal readonly partial record struct FrontMatterText(string? Text, FrontMatterSyntax Syntax, string Body, int BodyLine, bool IsUnclosed)
{
    /// <summary>Number of blank lines above the front matter. They are in <see cref="Text"/> too, so that its lines count right.</summary>
    public int BlankLines { get; private init; }

    /// <summary>
    /// Splits at the fences: <c>---</c> or <c>+++</c> on the first line that is not blank, the same (or <c>...</c> for YAML) at the end,
    /// white space after either; or after the JSON object with which the file begins.
    /// </summary>
    /// <remarks>Hugo skips blank lines above front matter. Jekyll shows such front matter as text, which nobody means.</remarks>
    public static FrontMatterText Cut(string text)
    {
        var blankChars = BlankChars(text);
        if (blankChars == 0) return CutAtStart(text);
        var cut = CutAtStart(text[blankChars..]);
        // A line of three hyphens in a text without front matter divides paragraphs.
        if (!KeyBelowFence().IsMatch(text.AsSpan(blankChars))) return new FrontMatterText(null, FrontMatterSyntax.Yaml, text, 1, false);
        var lines = text.AsSpan(0, blankChars).Count('\n');
        return cut with
        {
            Text = cut.Text is null ? null : new string('\n', lines) + cut.Text,
            BodyLine = cut.BodyLine + lines,
            BlankLines = lines,
        };
    }

    private static FrontMatterText CutAtStart(string text)
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

    // The length of the blank lines at the start.
    private static int BlankChars(string text)
    {
        if (text.Length == 0 || !char.IsWhiteSpace(text[0])) return 0;
        var start = 0;
        while (start < text.Length && LineAt(text, start).IsWhiteSpace()) start = NextLine(text, start);
        return start;
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

    [GeneratedRegex(
        @"\A(---[ \t]*\n\s*[""']?[\p{L}_][\p{L}\p{N}_\-]*[""']?\s*[:：]|\+\+\+[ \t]*\n\s*[\[\w""']|\{)")]
    private static partial Regex KeyBelowFence();
}
