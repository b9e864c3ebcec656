using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;


namespace FeedApi.Kramdown.Blocks;

/// <summary>Recognises the start of a line. Every method examines a text from the start of a line.</summary>
internal static class LineRules
{
    /// <summary>The position after the line's end.</summary>
    public static int EndOfLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>The position after up to three spaces.</summary>
    public static int SkipIndent(string text, int at, int max = 3)
    {
        var end = at;
        while (end < text.Length && end - at < max && text[end] == ' ') end++;
        return end;
    }

    /// <summary>The end of the blank lines that begin here; -1 when the line is not blank.</summary>
    public static int EndOfBlankLines(string text, int at)
    {
        var end = -1;
        for (; at < text.Length && Characters.IsSpace(text[at]); at++)
        {
            if (text[at] == '\n') end = at + 1;
        }

        return end;
    }

    /// <summary>True when the line is not blank.</summary>
    public static bool HasText(string text, int at)
    {
        while (at < text.Length && text[at] != '\n' && Characters.IsSpace(text[at])) at++;
        return at < text.Length && text[at] != '\n';
    }

    /// <summary>True for a tab or four spaces.</summary>
    public static bool IsIndented(string text, int at) => at < text.Length && (text[at] == '\t' || Characters.IsAt(text, at, "    "));

    /// <summary>True for <c>&gt;</c>.</summary>
    public static bool IsQuote(string text, int at)
    {
        at = SkipIndent(text, at);
        return at < text.Length && text[at] == '>';
    }

    /// <summary>The end of a bullet; -1 when there is none.</summary>
    public static int EndOfBullet(string text, int at, int maxIndent = 3)
    {
        at = SkipIndent(text, at, maxIndent);
        return at < text.Length && text[at] is '*' or '+' or '-' && IsAfterMarker(text, at + 1) ? at + 1 : -1;
    }

    /// <summary>The end of an item's number with its dot; -1 when there is none.</summary>
    public static int EndOfNumber(string text, int at, int maxIndent = 3)
    {
        var start = at = SkipIndent(text, at, maxIndent);
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return at > start && at < text.Length && text[at] == '.' && IsAfterMarker(text, at + 1) ? at + 1 : -1;
    }

    /// <summary>The end of the colon that begins a definition; -1 when there is none.</summary>
    public static int EndOfColon(string text, int at, int maxIndent = 3)
    {
        at = SkipIndent(text, at, maxIndent);
        return at < text.Length && text[at] == ':' && IsAfterMarker(text, at + 1) ? at + 1 : -1;
    }

    /// <summary>True for the first line of an item of any list.</summary>
    public static bool IsItem(string text, int at) => EndOfBullet(text, at) >= 0 || EndOfNumber(text, at) >= 0;

    /// <summary>True for three or more backticks or tildes.</summary>
    public static bool IsFence(string text, int at)
    {
        at = SkipIndent(text, at);
        return at + 2 < text.Length && text[at] is '~' or '`' && text[at + 1] is '~' or '`' && text[at + 2] is '~' or '`';
    }

    /// <summary>True for number signs and a space, as GitHub requires for headings.</summary>
    public static bool IsGfmHeading(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < 6 && text[end] == '#') end++;
        return end > at && end < text.Length && text[end] is ' ' or '\t';
    }

    /// <summary>True for three asterisks, hyphens or underscores and nothing else.</summary>
    public static bool IsRule(string text, int at)
    {
        at = SkipIndent(text, at);
        if (at >= text.Length || text[at] is not ('*' or '-' or '_')) return false;
        var mark = text[at];
        var count = 0;
        for (; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == mark) count++;
            else if (text[at] is not (' ' or '\t')) return false;
        }

        return count >= 3 && at < text.Length;
    }

    /// <summary>True for a caret alone on the line, which separates two blocks.</summary>
    public static bool IsBoundaryMark(string text, int at) => at < text.Length && text[at] == '^' && EndOfBlankLines(text, at + 1) >= 0;

    /// <summary>The ends of the attributes and of the line of <c>{: attributes}</c>; null when it is none.</summary>
    public static (int Attributes, int Line)? AttributeList(string text, int at)
    {
        var start = SkipIndent(text, at);
        if (!Characters.IsAt(text, start, "{:") || start + 2 >= text.Length || text[start + 2] is ':' or '/') return null;
        return AttributeListReader.EndOfBraces(text, start + 2) is { } close && EndOfRest(text, close + 1) is { } end ? (close, end) : null;
    }

    /// <summary>The position after the line's end when the rest of the line is blank; otherwise null.</summary>
    public static int? EndOfRest(string text, int at)
    {
        while (at < text.Length && text[at] != '\n' && Characters.IsSpace(text[at])) at++;
        return at < text.Length && text[at] == '\n' ? at + 1 : null;
    }

    /// <summary>True for a line that cannot be a lazy continuation of a paragraph, quote or list item.</summary>
    public static bool EndsLazyText(string text, int at)
    {
        if (at >= text.Length) return true;
        return text[at] switch
        {
            '\n' or '\t' or '\r' or '\f' or '\v' => EndOfBlankLines(text, at) >= 0,
            ' ' => EndOfBlankLines(text, at) >= 0 || EndsLazyMarkup(text, at),
            '^' => IsBoundaryMark(text, at),
            '{' or '<' => EndsLazyMarkup(text, at),
            _ => false,
        };
    }

    /// <summary>True for an attribute list and for a tag of block HTML, indented by at most <paramref name="maxIndent"/> spaces.</summary>
    public static bool EndsLazyMarkup(string text, int at, int maxIndent = 3)
    {
        var start = SkipIndent(text, at, maxIndent);
        if (start >= text.Length) return false;
        return text[start] == '<' ? HtmlNames.IsBlockTag(text, start) : text[start] == '{' && AttributeList(text, start) is not null;
    }

    /// <summary>True for the line after a paragraph.</summary>
    public static bool EndsParagraph(string text, int at, KramdownOptions options)
    {
        if (EndsLazyText(text, at)) return true;
        var start = SkipIndent(text, at);
        if (start >= text.Length) return false;
        if (text[start] == ':') return EndOfColon(text, start) >= 0;
        if (!options.EndsParagraphs) return false;
        return text[start] switch
        {
            '>' => true,
            '~' or '`' => IsFence(text, start),
            '#' => start == at && IsGfmHeading(text, at),
            '*' or '+' or '-' => EndOfBullet(text, start) >= 0,
            >= '0' and <= '9' => EndOfNumber(text, start) >= 0,
            _ => false,
        };
    }

    private static bool IsAfterMarker(string text, int at) =>
        at < text.Length && text[at] is ' ' or '\t' or '|' && text.IndexOf('\n', at) >= 0;
}
