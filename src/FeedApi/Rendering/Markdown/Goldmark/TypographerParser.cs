using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Replaces quotes, dashes, dots and doubled angle brackets by the signs that printers use.</summary>
/// <remarks>Hugo 0.111.3 with goldmark 1.5.4, extension "typographer"; its answers are in a fixture beside the tests.</remarks>
internal sealed class TypographerParser : InlineParser
{
    private static readonly object StateKey = new();

    /// <summary>The parser.</summary>
    public TypographerParser() => OpeningCharacters = ['\'', '"', '-', '.', '<', '>'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var (sign, length) = slice.CurrentChar switch
        {
            '"' => (StateOf(processor).Quotes.DoubleAt(new QuotePlace(slice)), 1),
            '\'' => (StateOf(processor).Quotes.SingleAt(new QuotePlace(slice)), 1),
            _ => SignOf(slice),
        };
        if (sign is null || (slice.CurrentChar == '-' && StateOf(processor).Rows.IsInOne(slice))) return false;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        processor.Inline = new LiteralInline(sign) { Span = new SourceSpan(start, start + length - 1), Line = line, Column = column };
        slice.Start += length;
        return true;
    }

    private static (string? Sign, int Length) SignOf(StringSlice slice)
    {
        var c = slice.CurrentChar;
        if (slice.PeekChar() != c) return (null, 0);
        var isTriple = slice.PeekChar(2) == c;
        return (c, isTriple) switch
        {
            ('-', true) => ("—", 3),
            ('-', false) => ("–", 2),
            ('.', true) => ("…", 3),
            ('<', _) => ("«", 2),
            ('>', _) => ("»", 2),
            _ => (null, 0),
        };
    }

    private static State StateOf(InlineProcessor processor)
    {
        if (processor.Document.GetData(StateKey) is State state) return state;
        processor.Document.SetData(StateKey, state = new State(new OpenQuotes(), new DelimiterRows()));
        return state;
    }

    // Of the whole document: goldmark closes in one paragraph what another one opened.
    private sealed record State(OpenQuotes Quotes, DelimiterRows Rows);
}
