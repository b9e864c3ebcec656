using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace FeedApi.Rendering.Kramdown;

/// <summary>Teaches Markdig's HTML renderer the nodes that kramdown's documents have.</summary>
internal sealed class KramdownRenderers : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html) return;
        html.ObjectRenderers.Insert(0, new ParagraphHtml());
        html.ObjectRenderers.Add(new SpanTextHtml());
        html.ObjectRenderers.Add(new HtmlElementBlockHtml());
        html.ObjectRenderers.Add(new HtmlTextHtml());
        html.ObjectRenderers.Add(new HtmlElementInlineHtml());
        html.ObjectRenderers.Add(new HtmlTextInlineHtml());
        html.ObjectRenderers.Add(new MathBlockHtml());
        html.ObjectRenderers.Add(new MathInlineHtml());
        html.ObjectRenderers.Add(new HtmlTableRenderer());
        html.ObjectRenderers.Add(new HtmlDefinitionListRenderer());
        html.ObjectRenderers.Add(new HtmlAbbreviationRenderer());
        html.ObjectRenderers.Add(new HtmlFootnoteGroupRenderer());
        html.ObjectRenderers.Add(new HtmlFootnoteLinkRenderer());
    }
}
