using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Inline HTML: inline elements and comments. Tags of block-level elements are text as written.</summary>
internal static class HtmlSpan
{
    /// <summary>Parses an element or a comment, or a tag as text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (ReadComment(reader)) return true;
        if (HtmlTag.ReadEnd(text, at) is { } end)
        {
            reader.Take(end.End - at);
            return true;
        }

        if (HtmlTag.Read(text, at, reader.State.Budget) is not { } tag) return false;
        if (HtmlNames.Block.Contains(tag.Name)) reader.Take(tag.End - at);
        else ReadElement(reader, tag);
        return true;
    }

    private static bool ReadComment(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        if (!Characters.IsAt(text, at, "<!--")) return false;
        var close = text.IndexOf("-->", at + 4, StringComparison.Ordinal);
        reader.State.Budget.SpendSearch((close < 0 ? text.Length : close) - at);
        if (close < 0) return false;
        reader.Add(new HtmlInline(text[at..(close + 3)]), close + 3);
        return true;
    }

    private static void ReadElement(SpanReader reader, HtmlTag tag)
    {
        var element = new HtmlElementInline(tag.Name, tag.Attributes);
        var scope = reader.Scope;
        var isParsed = IsParsed(reader, tag);
        reader.Add(element, tag.End);
        if (tag.IsClosed || HtmlNames.Empty.Contains(tag.Name)) return;
        reader.Scope = (scope & ~(SpanScope.DirectlyInEmphasis | SpanScope.RawHtml)) | SpanScope.Html;
        if (!isParsed) reader.Scope |= SpanScope.RawHtml;
        if (reader.ReadInto(element, SpanStop.EndTag(tag.Name))) reader.Position = reader.Text.IndexOf('>', reader.Position) + 1;
        else AddRest(reader, element);
        reader.Scope = scope;
    }

    private static bool IsParsed(SpanReader reader, HtmlTag tag)
    {
        var isMarkdown = HtmlNames.ContentOf(tag.Name) != HtmlContentModel.Raw;
        return tag.Take("markdown") switch
        {
            "span" => true,
            "1" => isMarkdown,
            "0" => false,
            _ => isMarkdown && !reader.Scope.HasFlag(SpanScope.RawHtml) && reader.State.Options.ParseSpanHtml,
        };
    }

    // Without an end tag the element extends to the end of the text.
    private static void AddRest(SpanReader reader, HtmlElementInline element)
    {
        if (reader.Position >= reader.Text.Length) return;
        var rest = reader.Text[reader.Position..];
        element.AppendChild(reader.Scope.HasFlag(SpanScope.RawHtml) ? new HtmlTextInline(rest) : new LiteralInline(rest));
        reader.Position = reader.Text.Length;
    }
}
