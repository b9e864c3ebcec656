using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Leaves raw HTML out of a document, as Hugo does unless <c>unsafe</c> is set.</summary>
internal static class RawHtml
{
    /// <summary>The comment that stands in its place; the cleaner removes it with all others.</summary>
    public const string Omitted = "<!-- raw HTML omitted -->";

    /// <summary>
    /// Removes tags and blocks of HTML. What stands between two tags in a line stays, as in Hugo; so do comments, which nobody sees and
    /// which may end the summary.
    /// </summary>
    public static void LeaveOut(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node is HtmlBlock { Type: not HtmlBlockType.Comment } block) block.Lines = new StringLineGroup(Omitted);
            else if (node is HtmlInline tag && !tag.Tag.StartsWith("<!--", StringComparison.Ordinal)) tag.Tag = Omitted;
        }
    }
}
