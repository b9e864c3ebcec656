using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Leaves raw HTML out of a document, as Hugo does unless <c>unsafe</c> is set.</summary>
internal static class RawHtml
{
    /// <summary>Removes tags and blocks of HTML. What stands between two tags in a line stays, as in Hugo; so do comments.</summary>
    public static void LeaveOut(MarkdownDocument document)
    {
        foreach (var block in document.Descendants<HtmlBlock>().Where(block => block.Type != HtmlBlockType.Comment).ToList())
            block.Parent!.Remove(block);
        foreach (var tag in document.Descendants<HtmlInline>().Where(tag => !tag.Tag.StartsWith("<!--", StringComparison.Ordinal)).ToList())
            tag.Remove();
    }
}
