using FeedApi.Model.Text;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>
/// Links bare addresses. They end before letters and punctuation of Chinese, Japanese and Korean, and may follow Chinese.
/// </summary>
/// <remarks>
/// GitHub Flavored Markdown, "autolinks", knows spaces and ASCII punctuation only; Chinese has neither around an address. Which
/// characters before the end are part of it is Markdig's decision.
/// </remarks>
/// <param name="options">Markdig's options.</param>
internal class BareAddressParser(AutoLinkOptions options) : AutoLinkParser(options)
{
    private static readonly string[] Beginnings = ["http://", "https://", "www.", "ftp://", "mailto:", "tel:"];

    /// <inheritdoc/>
    public sealed override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!CanFollow(slice.PeekCharExtra(-1))) return false;
        var length = LengthOf(slice.AsSpan());
        if (length == 0) return false;
        // Markdig sees nothing before or behind the address.
        var address = new StringSlice(slice.Text.Substring(slice.Start, length));
        if (!base.Match(processor, ref address)) return false;
        slice.Start += address.Start;
        // Markdig shows no "mailto:" and no "tel:", which are words of the author too.
        if (processor.Inline is LinkInline { FirstChild: LiteralInline shown }) shown.Content.Start = 0;
        return true;
    }

    /// <summary>True when an address may follow a character; <c>\0</c> is none.</summary>
    protected virtual bool CanFollow(char before) => FollowsSpaceOrSign(before) || CjkText.IsCjk(before) || CjkText.IsShared(before);

    /// <summary>How long an address at the beginning of a text is at most; 0 when there is none.</summary>
    protected virtual int LengthOf(ReadOnlySpan<char> text)
    {
        var at = 0;
        foreach (var beginning in Beginnings)
            if (text.StartsWith(beginning, StringComparison.Ordinal)) at = beginning.Length;
        if (at == 0) return 0;
        while (at < text.Length && !IsEnd(text[at])) at++;
        return at;
    }

    /// <summary>True behind white space, at the beginning, and behind the signs that GitHub allows.</summary>
    protected static bool FollowsSpaceOrSign(char before) => before is '*' or '_' or '~' or '(' || before.IsWhiteSpaceOrZero();

    private static bool IsEnd(char c) => c is '<' || char.IsWhiteSpace(c)
        || (!char.IsAscii(c) && (CjkText.IsCjk(c) || CjkText.IsHangul(c) || CjkText.IsShared(c) || c is >= '\uD840' and <= '\uD8BF'));
}
