using FeedApi.Kramdown.Parsing;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Spans;

/// <summary>Addresses in angle brackets. Bare addresses are text.</summary>
internal static class AutolinkSpan
{
    private static readonly string[] Schemes = ["mailto:", "http:", "https:", "ftp:", "ftps:"];

    /// <summary>Parses a web or email address.</summary>
    public static bool Read(SpanReader reader)
    {
        var (text, at) = (reader.Text, reader.Position);
        var start = at + 1;
        var hasScheme = Schemes.Any(scheme => Characters.IsAt(text, start, scheme));
        var end = hasScheme ? EndOfAddress(reader, start) : EndOfMail(text, start);
        if (end < 0) return false;
        var address = text[start..end];
        var shown = address.StartsWith("mailto:", StringComparison.Ordinal) ? address["mailto:".Length..] : address;
        var link = new LinkInline(hasScheme ? address : "mailto:" + address, "");
        link.AppendChild(new LiteralInline(shown));
        reader.Add(link, end + 1);
        return true;
    }

    private static int EndOfAddress(SpanReader reader, int start)
    {
        var scheme = reader.Text.IndexOf(':', start);
        var end = scheme + 2 < reader.Text.Length ? reader.Text.IndexOfAny(['>', '\n'], scheme + 2) : -1;
        reader.State.Budget.SpendSearch((end < 0 ? reader.Text.Length : end) - start);
        return end >= 0 && reader.Text[end] == '>' && reader.Text[scheme + 1] != '\n' ? end : -1;
    }

    private static int EndOfMail(string text, int start)
    {
        var at = EndOfName(text, start);
        if (at == start || at >= text.Length || text[at] != '@') return -1;
        var end = EndOfName(text, at + 1);
        return end > at + 1 && end < text.Length && text[end] == '>' ? end : -1;
    }

    private static int EndOfName(string text, int at)
    {
        while (at < text.Length && (Characters.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.')) at++;
        return at;
    }
}
