using FeedApi.Kramdown.Blocks;
using FeedApi.Kramdown.Html;
using FeedApi.Kramdown.Spans;
using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;

namespace FeedApi.Kramdown;

/// <summary>Lets Markdig's HTML renderer write the trees of <see cref="KramdownParser"/>.</summary>
/// <remarks>It does not change how Markdig itself parses.</remarks>
public sealed class KramdownRenderers : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is not HtmlRenderer html) return;
        html.ObjectRenderers.Insert(0, new ParagraphRenderer());
        html.ObjectRenderers.Add(new SpanTextRenderer());
        html.ObjectRenderers.Add(new HtmlElementBlockRenderer());
        html.ObjectRenderers.Add(new HtmlContentBlockRenderer());
        html.ObjectRenderers.Add(new HtmlElementInlineRenderer());
        html.ObjectRenderers.Add(new HtmlTextInlineRenderer());
        html.ObjectRenderers.Add(new MathBlockRenderer());
        html.ObjectRenderers.Add(new MathInlineRenderer());
        html.ObjectRenderers.Add(new HtmlTableRenderer());
        html.ObjectRenderers.Add(new HtmlDefinitionListRenderer());
        html.ObjectRenderers.Add(new HtmlAbbreviationRenderer());
        html.ObjectRenderers.Add(new HtmlFootnoteGroupRenderer());
        html.ObjectRenderers.Add(new HtmlFootnoteLinkRenderer());
    }
}

/// <summary>Registers <see cref="KramdownRenderers"/> in Markdig's pipelines.</summary>
public static class MarkdownPipelineBuilderExtensions
{
    /// <summary>Lets renderers of the pipeline write the trees of <see cref="KramdownParser"/>.</summary>
    public static MarkdownPipelineBuilder UseKramdownRenderers(this MarkdownPipelineBuilder pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.Extensions.AddIfNotAlready<KramdownRenderers>();
        return pipeline;
    }
}
