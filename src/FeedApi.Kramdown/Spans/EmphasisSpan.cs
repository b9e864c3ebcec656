using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Emphasis: one or two asterisks or underscores.</summary>
internal static class EmphasisSpan
{
    /// <summary>Parses emphasis; other markers are text.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        var mark = text[at];
        var length = at + 1 < text.Length && text[at + 1] == mark ? 2 : 1;
        if (MayBegin(reader, at, length))
        {
            if (ReadContent(reader, at, length) || (length == 2 && !IsInEmphasis(reader) && ReadContent(reader, at, 1))) return true;
            reader.Fail(at);
        }

        reader.Take(length);
        return true;
    }

    private static bool IsInEmphasis(SpanReader reader) => reader.Scope.HasFlag(SpanScope.DirectlyInEmphasis);

    // An underscore inside a word is text, and emphasis cannot be nested in emphasis of its own kind.
    private static bool MayBegin(SpanReader reader, int at, int length)
    {
        var text = reader.Text;
        if (text[at] == '_' && IsAfterLetter(text, at)) return false;
        if (at + length < text.Length && Characters.IsSpace(text[at + length])) return false;
        return !reader.Scope.HasFlag(length == 2 ? SpanScope.Strong : SpanScope.Emphasis) && !reader.HasFailed(at);
    }

    private static bool IsAfterLetter(string text, int at) =>
        at > 0 && (Characters.IsLetter(text[at - 1]) || (text[at - 1] == '-' && at > 1 && Characters.IsLetter(text[at - 2])));

    private static bool ReadContent(SpanReader reader, int at, int length)
    {
        if (reader.HasNoEnd(reader.Text[at], at + length - 1)) return false;
        var element = new EmphasisInline { DelimiterChar = '*', DelimiterCount = length };
        var scope = reader.Scope;
        reader.Position = at + length;
        reader.Scope = length == 2
            ? (scope & ~SpanScope.DirectlyInEmphasis) | SpanScope.Strong
            : scope | SpanScope.Emphasis | SpanScope.DirectlyInEmphasis;
        var isMet = reader.ReadInto(element, SpanStop.Emphasis(new string(reader.Text[at], length)));
        reader.Scope = scope;
        if (isMet) reader.Add(element, reader.Position + length);
        else reader.Position = at;
        return isMet;
    }
}
