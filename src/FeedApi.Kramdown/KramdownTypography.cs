using System.Text;
using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using FeedApi.Kramdown.Spans;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown;

/// <summary>
/// Gives a single line the quotation marks, dashes, ellipses and guillemets of print by kramdown's rules, without reading any other
/// Markdown in it.
/// </summary>
/// <remarks>
/// What Jekyll's filter <c>smartify</c> does (Jekyll 4.3.1, lib/jekyll/converters/smartypants.rb), but for entities, which stay as written.
/// </remarks>
public static class KramdownTypography
{
    /// <summary>Converts a line; tags and comments of HTML in it stay as they are.</summary>
    /// <param name="line">The text.</param>
    /// <param name="options">The symbols; kramdown's defaults when null.</param>
    /// <exception cref="KramdownLimitException">The text exceeds <see cref="KramdownOptions.Limits"/>.</exception>
    public static string Convert(string line, KramdownOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(line);
        var state = new ParseState((options ?? new KramdownOptions()) with { Input = KramdownInput.Kramdown });
        var reader = new SpanReader(line, state);
        for (var at = 0; at < line.Length; at = Math.Max(at + 1, reader.Position))
        {
            if (StartOf(reader, at) is not (var start and >= 0)) continue;
            reader.Take(start - reader.Position);
            if (!SmartQuoteSpan.Read(reader) && !TypographySpan.Read(reader) && !ReadTag(reader)) reader.Take(at + 1 - start);
        }

        reader.Take(line.Length - reader.Position);
        return TextOf(reader.Tree);
    }

    private static int StartOf(SpanReader reader, int at) => reader.Text[at] switch
    {
        '"' or '\'' or '-' or '.' or '>' => SpanRules.StartOf(reader, at),
        '<' or '\\' => at,
        _ => -1,
    };

    private static bool ReadTag(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (text[at] != '<') return false;
        var comment = Characters.IsAt(text, at, "<!--") ? text.IndexOf("-->", at + 4, StringComparison.Ordinal) : -1;
        var end = comment >= 0 ? comment + 3 : HtmlTag.ReadEnd(text, at)?.End ?? HtmlTag.Read(text, at, reader.State.Budget)?.End;
        if (end is null) return false;
        reader.Take(end.Value - at);
        return true;
    }

    private static string TextOf(ContainerInline tree)
    {
        var text = new StringBuilder();
        foreach (var inline in tree)
        {
            if (inline is LiteralInline literal) text.Append(literal.Content.AsSpan());
            else if (inline is HtmlEntityInline symbol) text.Append(symbol.Transcoded.AsSpan());
        }

        return text.ToString();
    }
}
