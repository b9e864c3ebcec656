using System.Text;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Links and images: <c>[text](url "title")</c>, <c>[text][id]</c>, <c>[id][]</c>, <c>[id]</c>.</summary>
internal static class LinkSpan
{
    /// <summary>Parses a link or an image; any other bracket is text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        var isImage = text[at] == '!';
        var start = at + (isImage ? 2 : 1);
        if (start >= text.Length || text[start] == '^') return false;
        var mayBegin = (isImage || !reader.Scope.HasFlag(SpanScope.Link)) && !reader.HasNoEnd(']', at) && !reader.HasFailed(at);
        if (!mayBegin || !ReadLink(reader, at, start, isImage))
        {
            reader.Position = at;
            reader.Take(start - at);
        }

        return true;
    }

    private static bool ReadLink(SpanReader reader, int at, int start, bool isImage)
    {
        var text = reader.Text;
        var link = new LinkInline { IsImage = isImage };
        var scope = reader.Scope;
        reader.Position = start;
        reader.Scope = (scope & ~SpanScope.DirectlyInEmphasis) | SpanScope.Link;
        var isClosed = reader.ReadInto(link, SpanStop.Bracket());
        reader.Scope = scope;
        var label = isClosed ? text[start..reader.Position] : "";
        if (!isClosed || LinkEnd.Read(reader, WithoutEscapes(label)) is not { } end)
        {
            reader.Fail(at);
            return false;
        }

        (link.Url, link.Title) = (end.Url, end.Title);
        if (isImage)
        {
            link.Clear();
            link.AppendChild(new LiteralInline(WithoutEscapes(label)));
        }

        if (end.Attributes is { } attributes) attributes.ApplyTo(link, reader.State.NamedAttributes);
        reader.Add(link, end.Position);
        return true;
    }

    private static string WithoutEscapes(string label)
    {
        if (!label.Contains('\\', StringComparison.Ordinal)) return label;
        var text = new StringBuilder(label.Length);
        for (var i = 0; i < label.Length; i++)
        {
            if (label[i] == '\\' && i + 1 < label.Length && SpanRules.IsEscapable(label[i + 1], isGfm: false)) i++;
            text.Append(label[i]);
        }

        return text.ToString();
    }
}
