using System.Net;
using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Words;

/// <summary>The words that an author wrote in a post file, found without parsing Markdown or HTML.</summary>
/// <remarks>
/// Put aside: front matter, comments, scripts and styles, tags of HTML, Liquid and shortcodes, addresses and definitions of links,
/// attribute lists, fences, numbers of lists, names of emoji and entities. What this leaves out is not compared; it never invents a word.
/// </remarks>
internal static partial class SourceText
{
    /// <summary>Stands for what was put aside: the words on both sides of it need not be neighbours in a feed.</summary>
    public const string Gap = "\u0001";

    private static readonly (Regex Pattern, string Text)[] Rules =
    [
        (FrontMatter(), ""), (Comments(), Gap), (Scripts(), Gap), (LiquidComments(), Gap), (TemplateTags(), Gap),
        (TableOfContents(), Gap), (AttributeLists(), Gap), (LinkDefinitions(), Gap), (NoteMarks(), Gap), (Fences(), Gap),
        (SpokenAttributes(), $"{Gap}$2{Gap}"), (HtmlTags(), Gap), (Destinations(), $"]{Gap}$1{Gap}"), (References(), "]" + Gap),
        (ListNumbers(), "$1" + Gap), (TaskMarks(), Gap), (Emoji(), Gap),
    ];

    /// <summary>The text of a file.</summary>
    public static string Of(string file)
    {
        var text = file.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        foreach (var (pattern, replacement) in Rules) text = pattern.Replace(text, replacement);
        // An entity that is shown as written is one of the code or of the reader, and no word.
        return Entities().Replace(WebUtility.HtmlDecode(WebUtility.HtmlDecode(text)), Gap);
    }

    [GeneratedRegex(
        @"\A\s*(?:---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\z)"
            + @"|\+\+\+[ \t]*\n.*?\n\+\+\+[ \t]*(?:\n|\z)|\{\n.*?\n\}(?:\n|\z))",
        RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    // The heads of documents among them, and characters that Windows has where Unicode has none.
    [GeneratedRegex(
        "<!--.*?(?:-->|\\z)|<!DOCTYPE[^>]*>|<title>.*?</title>|&#1[2-5][0-9];?|<\\?.*?\\?>|<!\\[CDATA\\[.*?\\]\\]>",
        RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"<(script|style|template)\b.*?(?:</\1\s*>|\z)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", RegexOptions.Singleline)]
    private static partial Regex LiquidComments();

    [GeneratedRegex(@"\{%.*?%\}|\{\{.*?\}\}", RegexOptions.Singleline)]
    private static partial Regex TemplateTags();

    // kramdown puts the contents in place of the list before the mark.
    [GeneratedRegex(@"^[ \t]*(?:[-*+]|\d+\.)[^\n]*\n[ \t]*\{:\s?toc[^}]*\}|^[ \t]*\[(?:TOC|toc)\][ \t]*$", RegexOptions.Multiline)]
    private static partial Regex TableOfContents();

    [GeneratedRegex(@"\{:[^}\n]*\}|\{[#.][^}\n]*\}")]
    private static partial Regex AttributeLists();

    [GeneratedRegex(@"^[ >]*\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*\S+[^\n]*(?:\n[ \t]+[""'(][^\n]*)?$", RegexOptions.Multiline)]
    private static partial Regex LinkDefinitions();

    [GeneratedRegex(@"\[\^[^\]\n]+\]:?|^\*\[", RegexOptions.Multiline)]
    private static partial Regex NoteMarks();

    [GeneratedRegex(@"^[ \t>]*(?:[-*+][ \t]+)?(?:```+|~~~+)[^`\n]*$", RegexOptions.Multiline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"<[a-zA-Z][^<>]*?\s(alt)\s*=\s*""([^""]*)""[^<>]*>")]
    private static partial Regex SpokenAttributes();

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9:-]*(?:\s[^<>]*|/)?>")]
    private static partial Regex HtmlTags();

    [GeneratedRegex(@"\]\(\s*<?(?:[^\s()<>]|\([^\s()]*\))*>?(?:\s+[""'(]([^\n]*?)[""')])?\s*\)|\]\([^()\n]*\)")]
    private static partial Regex Destinations();

    [GeneratedRegex(@"\]\s?\[[^\]]*\]")]
    private static partial Regex References();

    [GeneratedRegex(@"^([ \t>]*(?:[-*+][ \t]+)*)\d{1,9}[.)][ \t]", RegexOptions.Multiline)]
    private static partial Regex ListNumbers();

    [GeneratedRegex(@"(?<=^[ \t>]*[-*+][ \t]+)\[[xX ]\]", RegexOptions.Multiline)]
    private static partial Regex TaskMarks();

    [GeneratedRegex(@":[a-z0-9_+-]+:")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"&#?[a-zA-Z0-9]+;")]
    private static partial Regex Entities();
}
