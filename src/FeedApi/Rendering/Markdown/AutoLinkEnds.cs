using System.Buffers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>Takes full-width punctuation off the end of bare addresses: in Chinese text no space stands before it.</summary>
/// <remarks>GitHub Flavored Markdown, "autolinks", knows only the punctuation of ASCII.</remarks>
internal static class AutoLinkEnds
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("。，、；：？！）】》」』”’…");

    /// <summary>Mends every bare address of a document.</summary>
    public static void Mend(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.IsAutoLink).ToList()) Mend(link);
    }

    private static void Mend(LinkInline link)
    {
        if (link.Url is not { } url || link.FirstChild is not LiteralInline text) return;
        var shown = text.Content.ToString();
        var end = shown.AsSpan().IndexOfAny(Punctuation);
        if (end <= 0 || !url.EndsWith(shown[end..], StringComparison.Ordinal)) return;
        link.Url = url[..^(shown.Length - end)];
        text.Content = new Markdig.Helpers.StringSlice(shown[..end]);
        link.InsertAfter(new LiteralInline(shown[end..]));
    }
}
