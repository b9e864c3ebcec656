using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Writes the links from footnotes back to the text as goldmark does: behind a space that does not break.</summary>
internal sealed class FootnoteBackLinks : HtmlFootnoteLinkRenderer
{
    // With the selector that keeps the arrow from being shown as an emoji.
    private const string Arrow = "&#8617;&#xfe0e;";

    /// <summary>The renderer.</summary>
    public FootnoteBackLinks() => BackLinkString = Arrow;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (link.IsBackLink) renderer.Write("&#160;");
        base.Write(renderer, link);
    }
}
