using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Footnote references in text.</summary>
internal static class FootnoteSpan
{
    /// <summary>Parses <c>[^name]</c>; without its footnote it is text.</summary>
    public static bool ReadMark(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (!Characters.IsAt(text, at, "[^")) return false;
        var end = Characters.EndOfName(text, at + 2);
        if (end == at + 2 || end >= text.Length || text[end] != ']') return false;
        if (reader.State.Footnotes.TryGetValue(text[(at + 2)..end], out var definition)) reader.Add(new FootnoteMark(definition), end + 1);
        else reader.Take(end + 1 - at);
        return true;
    }
}

/// <summary>A reference to a footnote, before it has a number.</summary>
/// <param name="definition">The footnote.</param>
internal sealed class FootnoteMark(FootnoteDefinition definition) : LeafInline
{
    /// <summary>The footnote.</summary>
    public FootnoteDefinition Definition { get; } = definition;
}
