using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>Turns Markdig's extensions into those of goldmark.</summary>
/// <param name="hasTypographer">True: quotes, dashes and dots become those of print.</param>
internal sealed class GoldmarkExtension(bool hasTypographer) : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.Insert(0, new FootnoteMark());
        // Every other parser goes first, as in goldmark.
        if (hasTypographer) pipeline.InlineParsers.Add(new TypographerParser());
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new FootnoteBackLinks());
    }
}
