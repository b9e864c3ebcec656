using System.Buffers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>Removes full-width punctuation from the end of bare addresses: in Chinese text no space precedes it.</summary>
/// <remarks>GitHub Flavored Markdown, "autolinks", covers only ASCII punctuation.</remarks>
internal static class AutoLinkEnds
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("。，、；：？！）】》」』”’…");

    /// <summary>Corrects every bare address in a document.</summary>
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
