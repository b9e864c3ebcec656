using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>Links bare mail addresses in text that is in no link yet.</summary>
/// <remarks>GitHub Flavored Markdown, "extended email autolink".</remarks>
internal static class MailAddresses
{
    /// <summary>Links the addresses in a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isSpaced">True when an address must follow white space or a sign of emphasis, as in goldmark.</param>
    public static void Link(MarkdownDocument document, bool isSpaced)
    {
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is not { } inlines) continue;
            foreach (var text in TextsOf(inlines)) LinkIn(text, isSpaced);
        }
    }

    // Collected first, because linking changes the tree.
    private static List<LiteralInline> TextsOf(ContainerInline inlines)
    {
        List<LiteralInline> texts = [];
        var isInAnchor = false;
        foreach (var inline in inlines.FindDescendants<LeafInline>())
        {
            if (inline is HtmlInline { Tag: var tag }) isInAnchor = OpensAnchor(tag) || (isInAnchor && !ClosesAnchor(tag));
            else if (!isInAnchor && inline is LiteralInline text && text.Content.IndexOf('@') >= 0 && !IsInLink(text)) texts.Add(text);
        }

        return texts;
    }

    private static bool OpensAnchor(string tag) => tag is ['<', 'a' or 'A', ' ' or '\n' or '>', ..];

    private static bool ClosesAnchor(string tag) => tag is ['<', '/', 'a' or 'A', ..];

    private static bool IsInLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
            if (parent is LinkInline) return true;
        return false;
    }

    private static void LinkIn(LiteralInline literal, bool isSpaced)
    {
        var (text, from, end) = (literal.Content.Text, literal.Content.Start, literal.Content.End + 1);
        var last = literal;
        for (var at = from; at < end; at++)
        {
            if (text[at] != '@') continue;
            var (start, stop) = BoundsOf(text, from, at, end);
            from = Math.Max(stop, at + 1);
            if (stop == 0 || (isSpaced && start > literal.Content.Start && !IsSpace(text[start - 1]))) continue;
            last = Insert(last, text, (start, stop), end);
            at = stop - 1;
        }
    }

    // What stands before the address stays in the text, what stands behind it becomes another one.
    private static LiteralInline Insert(LiteralInline before, string text, (int Start, int Stop) address, int end)
    {
        var mail = text[address.Start..address.Stop];
        before.Content.End = address.Start - 1;
        var link = new LinkInline("mailto:" + mail, "") { IsClosed = true, IsAutoLink = true };
        link.AppendChild(new LiteralInline(mail));
        var rest = new LiteralInline(new StringSlice(text, address.Stop, end - 1));
        before.InsertAfter(link);
        link.InsertAfter(rest);
        return rest;
    }

    // The end is 0 when there is no address around the sign.
    private static (int Start, int End) BoundsOf(string text, int from, int sign, int end)
    {
        var start = sign;
        while (start > from && IsLocal(text[start - 1])) start--;
        var stop = sign + 1;
        while (stop < end && (IsDomain(text[stop]) || (text[stop] == '.' && stop + 1 < end && IsDomain(text[stop + 1])))) stop++;
        var domain = text.AsSpan(sign + 1, stop - sign - 1);
        var isAddress = start < sign && domain.IndexOf('.') > 0 && domain[^1] is not ('-' or '_') && !(stop < end && text[stop] == '@');
        return (start, isAddress ? stop : 0);
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+';

    private static bool IsDomain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\u00a0' or '*' or '_' or '~' or '(';
}
