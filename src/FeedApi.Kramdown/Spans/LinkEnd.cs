using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Spans;

/// <summary>The part of a link after its text.</summary>
/// <param name="Url">As written.</param>
/// <param name="Title">As written; null when there is none.</param>
/// <param name="Position">The position after it.</param>
/// <param name="Attributes">Attributes of the definition; null when there are none.</param>
internal readonly record struct LinkEnd(string Url, string? Title, int Position, AttributeList? Attributes = null)
{
    /// <summary>Parses it, starting at the bracket that ends the text; null when there is no link.</summary>
    public static LinkEnd? Read(SpanReader reader, string label)
    {
        var text = reader.Text;
        var at = reader.Position + 1;
        var id = Characters.SkipSpace(text, at);
        if (id < text.Length && text[id] == '[')
        {
            var close = text.IndexOf(']', id);
            reader.State.Budget.SpendSearch((close < 0 ? text.Length : close) - at);
            if (close >= 0) return Find(reader.State, close > id + 1 ? text[(id + 1)..close] : label, close + 1);
        }

        return at < text.Length && text[at] == '(' ? ReadTarget(reader, at) : Find(reader.State, label, at);
    }

    private static LinkEnd? Find(ParseState state, string id, int end) =>
        state.Links.TryGetValue(ParseState.NormaliseId(id), out var definition)
            ? new LinkEnd(definition.Url, definition.Title, end, AttributeList.Of(definition.Block))
            : null;

    private static LinkEnd? ReadTarget(SpanReader reader, int open)
    {
        var text = reader.Text;
        if (open + 1 < text.Length && text[open + 1] == '<' && EndOfBrackets(text, open + 2) is var close and >= 0)
        {
            var url = text[(open + 2)..close];
            var isClosed = close + 1 < text.Length && text[close + 1] == ')';
            return isClosed ? new LinkEnd(url, null, close + 2) : ReadTitle(reader, url, close + 1);
        }

        if (reader.HasNoEnd(')', open)) return null;
        var (end, isWhole) = EndOfUrl(reader, open);
        if (end < 0) return null;
        var address = text[(open + 1)..(end - 1)].Trim();
        return isWhole ? new LinkEnd(address, null, end) : ReadTitle(reader, address, end);
    }

    private static int EndOfBrackets(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('>', '\n');
        return end >= 0 && text[start + end] == '>' ? start + end : -1;
    }

    // An address may contain balanced parentheses; a space and a quotation mark begin the title.
    private static (int End, bool IsClosed) EndOfUrl(SpanReader reader, int open)
    {
        var text = reader.Text;
        var depth = 0;
        for (var at = open; at < text.Length; at++)
        {
            var isTitle = Characters.IsSpace(text[at]) && at + 1 < text.Length && text[at + 1] is '"' or '\'';
            if (text[at] == '(') depth++;
            else if (text[at] == ')') depth--;
            if (!isTitle && (text[at] != ')' || depth > 0)) continue;
            reader.State.Budget.Spend(at - open);
            return (at + 1, !isTitle);
        }

        reader.State.Budget.Spend(text.Length - open);
        return (-1, false);
    }

    private static LinkEnd? ReadTitle(SpanReader reader, string url, int start)
    {
        var text = reader.Text;
        var quote = Characters.SkipSpace(text, start);
        if (quote + 1 >= text.Length || text[quote] is not ('"' or '\'')) return null;
        reader.State.Budget.SpendSearch(text.Length - start);
        for (var at = quote + 2; (at = at < text.Length ? text.IndexOf(text[quote], at) : -1) >= 0; at++)
        {
            var close = Characters.SkipSpace(text, at + 1);
            reader.State.Budget.Spend(close - at);
            if (close >= text.Length || text[close] != ')') continue;
            return new LinkEnd(url, text[(quote + 1)..at], close + 1);
        }

        return null;
    }
}
