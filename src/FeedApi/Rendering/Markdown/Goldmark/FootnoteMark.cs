using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Keeps the exclamation mark before the number of a footnote, which Markdig takes for the beginning of an image.</summary>
internal sealed class FootnoteMark : InlineParser
{
    /// <summary>The parser.</summary>
    public FootnoteMark() => OpeningCharacters = ['!'];

    /// <inheritdoc/>
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[' || slice.PeekChar(2) != '^') return false;
        var label = slice.Text.AsSpan(slice.Start + 2, slice.End - slice.Start - 1);
        var end = label.IndexOfAny(']', '[', '\n');
        if (end < 2 || label[end] != ']' || !processor.Document.ContainsLinkReferenceDefinition(label[..end].ToString())) return false;
        processor.Inline = new LiteralInline("!");
        slice.SkipChar();
        return true;
    }
}
