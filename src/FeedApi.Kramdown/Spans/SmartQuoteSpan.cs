using FeedApi.Kramdown.Parsing;

namespace FeedApi.Kramdown.Spans;

/// <summary>Replaces straight quotation marks by curly ones, by the rules of SmartyPants.</summary>
internal static class SmartQuoteSpan
{
    private const string Punctuation = "!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>Parses a quotation mark, optionally with the character before it.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        var hasMark = IsQuote(text, at);
        if (!hasMark && (text[at] == '\\' || !IsQuote(text, at + 1))) return false;
        if (hasMark && ReadBeforeSigns(reader, at)) return true;
        var mark = hasMark ? at : at + 1;
        if ((hasMark || Characters.IsSpace(text[at])) && ReadBeforeWord(reader, mark)) return true;
        if (!hasMark || IsQuote(text, at + 1)) return ReadAfterChar(reader, at);
        return EndsHere(text, at + 1) ? Close(reader, at) : Open(reader, at);
    }

    // A mark before emphasis opens, one before punctuation closes.
    private static bool ReadBeforeSigns(SpanReader reader, int at)
    {
        var text = reader.Text;
        if (at + 2 < text.Length && text[at + 1] is '_' or '*' && !Characters.IsSpace(text[at + 2])) return Open(reader, at);
        if (at + 1 >= text.Length || !Punctuation.Contains(text[at + 1], StringComparison.Ordinal)) return false;
        if (Characters.IsAt(text, at + 2, "..")) return false;
        var isWordAfter = at + 2 < text.Length && Characters.IsAnyWord(text[at + 2]);
        return isWordAfter == (text[at + 1] == '_') && Close(reader, at);
    }

    // Two marks before a word, the apostrophe of a decade, and a mark between space and word.
    private static bool ReadBeforeWord(SpanReader reader, int mark)
    {
        var text = reader.Text;
        var isDouble = IsQuote(text, mark + 1) && text[mark] != text[mark + 1];
        if (isDouble && mark + 2 < text.Length && Characters.IsWord(text[mark + 2]))
        {
            Open(reader, mark);
            return Open(reader, mark + 1);
        }

        if (IsDecade(text, mark)) return Close(reader, mark);
        return mark > reader.Position && mark + 1 < text.Length && Characters.IsWord(text[mark + 1]) && Open(reader, mark);
    }

    private static bool IsDecade(string text, int at) =>
        at + 3 < text.Length
        && text[at] == '\''
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && text[at + 3] == 's';

    private static bool ReadAfterChar(SpanReader reader, int at)
    {
        var closes = reader.Text[at] is not (' ' or '\\' or '\t' or '\r' or '\n' or '[' or '{' or '(' or '-');
        if (closes) return Close(reader, at + 1);
        return Open(reader, at + 1);
    }

    private static bool EndsHere(string text, int at) =>
        Characters.IsSpaceOrEnd(text, at) || (text[at] == 's' && (at + 1 >= text.Length || !Characters.IsAnyWord(text[at + 1])));

    private static bool Open(SpanReader reader, int mark) => Add(reader, mark, isOpening: true);

    private static bool Close(SpanReader reader, int mark) => Add(reader, mark, isOpening: false);

    private static bool Add(SpanReader reader, int mark, bool isOpening)
    {
        reader.AddText(reader.Position, mark);
        var quotes = reader.State.Options.SmartQuotes;
        reader.AddSymbol(quotes.Of(reader.Text[mark] == '"', isOpening), mark + 1);
        return true;
    }

    private static bool IsQuote(string text, int at) => at < text.Length && text[at] is '"' or '\'';
}
