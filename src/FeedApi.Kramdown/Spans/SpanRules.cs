using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Chooses the rule that parses the span at a position, in kramdown's order.</summary>
internal static class SpanRules
{
    /// <summary>The start of the span to which a special character belongs; -1 when the character is plain text.</summary>
    /// <remarks>
    /// Quotation marks and guillemets include the character before them, line breaks two spaces, unless those belong to another span.
    /// </remarks>
    public static int StartOf(SpanReader reader, int at)
    {
        var text = reader.Text;
        var before = at - 1 >= reader.Position ? text[at - 1] : '\0';
        return text[at] switch
        {
            '"' or '\'' => before is '\0' or '\\' ? at : at - 1,
            '-' => IsNext(text, at, '-') ? at : -1,
            '.' => Characters.IsAt(text, at, "...") ? at : -1,
            '!' => IsNext(text, at, '[') ? at : -1,
            '{' => IsNext(text, at, ':') ? at : -1,
            '~' => IsNext(text, at, '~') ? at : -1,
            '>' => !IsNext(text, at, '>') ? -1 : before == ' ' ? at - 1 : at,
            '\n' => StartOfBreak(reader, at),
            _ => at,
        };
    }

    /// <summary>Parses the span at the reader's position; false when the character there is plain text.</summary>
    public static bool Read(SpanReader reader)
    {
        if (reader.Scope.HasFlag(SpanScope.RawHtml)) return HtmlSpan.Read(reader);
        var (text, at) = (reader.Text, reader.Position);
        var isRead = text[at] switch
        {
            '*' or '_' => EmphasisSpan.Read(reader),
            '`' => CodeSpan.Read(reader),
            '<' => AutolinkSpan.Read(reader) || HtmlSpan.Read(reader),
            '[' => FootnoteSpan.ReadMark(reader) || LinkSpan.Read(reader),
            '!' => IsNext(text, at, '[') && LinkSpan.Read(reader),
            _ => false,
        };
        return isRead || SmartQuoteSpan.Read(reader) || ReadRest(reader, text[at]);
    }

    private static bool ReadRest(SpanReader reader, char c) => c switch
    {
        '$' => ReadMath(reader),
        '{' => ExtensionSpan.Read(reader),
        '&' => EntitySpan.Read(reader),
        '-' or '.' or '<' or '>' => TypographySpan.Read(reader),
        ' ' => TypographySpan.Read(reader) || ReadBreak(reader),
        '\n' => ReadBreak(reader),
        '\\' => TypographySpan.Read(reader) || ReadBreak(reader) || ReadEscape(reader),
        '~' => StrikethroughSpan.Read(reader),
        _ => false,
    };

    private static int StartOfBreak(SpanReader reader, int at)
    {
        if (reader.State.Options.IsHardWrapped) return reader.Scope.HasFlag(SpanScope.Html) ? -1 : at;
        return at - 2 >= reader.Position && reader.Text[at - 1] == ' ' && reader.Text[at - 2] == ' ' ? at - 2 : -1;
    }

    private static bool ReadBreak(SpanReader reader)
    {
        var (text, at, options) = (reader.Text, reader.Position, reader.State.Options);
        var isInHtml = reader.Scope.HasFlag(SpanScope.Html);
        if (options.IsHardWrapped)
        {
            if (text[at] != '\n' || isInHtml || at + 1 == text.Length) return false;
            reader.Add(new LineBreakInline { IsHard = true }, at);
            reader.Take(1);
            return true;
        }

        // The line end remains text: attributes after it belong to no span.
        var isGfmBreak = options.IsGfm && !isInHtml && Characters.IsAt(text, at, "\\\n");
        var length = Characters.IsAt(text, at, "  \n") || Characters.IsAt(text, at, "\\\\\n") ? 2 : isGfmBreak ? 1 : 0;
        if (length == 0) return false;
        if (length == 1 && at + 2 == text.Length) reader.Position++;
        else reader.Add(new LineBreakInline { IsHard = true }, at + length);
        return true;
    }

    private static bool ReadMath(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (!IsNext(text, at, '$')) return false;
        var end = text.IndexOf("$$", at + 2, StringComparison.Ordinal);
        reader.State.Budget.SpendSearch((end < 0 ? text.Length : end) - at);
        if (end < 0) return false;
        reader.Add(new MathInline(text.AsSpan(at + 2, end - at - 2).Trim(Characters.Space).ToString()), end + 2);
        return true;
    }

    private static bool ReadEscape(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (at + 1 >= text.Length || !IsEscapable(text[at + 1], reader.State.Options.IsGfm)) return false;
        reader.Position++;
        reader.Take(1);
        return true;
    }

    /// <summary>True for the characters that a backslash escapes.</summary>
    public static bool IsEscapable(char c, bool isGfm) =>
        "\\.*_+`<>()[]{}#!:|\"'$=-".Contains(c, StringComparison.Ordinal) || (isGfm && c == '~');

    private static bool IsNext(string text, int at, char next) => at + 1 < text.Length && text[at + 1] == next;
}
