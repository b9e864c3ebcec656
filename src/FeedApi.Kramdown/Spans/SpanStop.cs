using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>The end of the content of a span.</summary>
internal sealed class SpanStop
{
    /// <summary>At the text's end.</summary>
    public static SpanStop None { get; } = new();

    private int depth = 1;

    /// <summary>The kind of end.</summary>
    public SpanStopKind Kind { get; private init; }

    private string Mark { get; init; } = "";

    /// <summary>Emphasis ends at its marker.</summary>
    public static SpanStop Emphasis(string mark) => new() { Kind = SpanStopKind.Emphasis, Mark = mark };

    /// <summary>The text of a link ends at the bracket that closes it.</summary>
    public static SpanStop Bracket() => new() { Kind = SpanStopKind.Bracket };

    /// <summary>An HTML element ends at its end tag.</summary>
    public static SpanStop EndTag(string name) => new() { Kind = SpanStopKind.EndTag, Mark = name };

    /// <summary>True when the span ends at the reader's position.</summary>
    public bool IsAt(SpanReader reader) => Kind switch
    {
        SpanStopKind.Emphasis => Characters.IsAt(reader.Text, reader.Position, Mark) && EndsEmphasis(reader),
        SpanStopKind.Bracket => IsLastBracket(reader),
        SpanStopKind.EndTag => HtmlTag.IsEndOf(reader.Text, reader.Position, Mark),
        _ => false,
    };

    private bool EndsEmphasis(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (reader.Tree.FirstChild is null || (at > 0 && Characters.IsSpace(text[at - 1]))) return false;
        var end = at + Mark.Length;
        var isDoubled = end < text.Length && text[end] == Mark[0];
        var isTripled = isDoubled && end + 1 < text.Length && text[end + 1] == Mark[0];
        if (Mark.Length == 1 && isDoubled && !isTripled) return false;
        return Mark[0] != '_' || end >= text.Length || !Characters.IsLetterOrDigit(text[end]);
    }

    // Images in the text have brackets of their own.
    private bool IsLastBracket(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        var isOpening = text[at] == '[' || Characters.IsAt(text, at, "![");
        if (!isOpening && text[at] != ']') return false;
        depth += isOpening ? 1 : -1;
        return depth - reader.Tree.Count(child => child is LinkInline { IsImage: true }) == 0;
    }
}

/// <summary>The kinds of <see cref="SpanStop"/>.</summary>
internal enum SpanStopKind
{
    /// <summary>The text's end.</summary>
    None,

    /// <summary>An emphasis marker.</summary>
    Emphasis,

    /// <summary>A closing bracket.</summary>
    Bracket,

    /// <summary>An end tag.</summary>
    EndTag,
}
