using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FeedApi.Kramdown.Spans;

/// <summary>Writes a formula for MathJax.</summary>
internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
        renderer.EnsureLine().Write("\\[").WriteEscape(obj.Formula).WriteLine("\\]");
}

/// <summary>Writes a formula in text for MathJax; with attributes as kramdown writes it then.</summary>
internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var hasAttributes = obj.TryGetAttributes() is not null;
        renderer.Write(hasAttributes ? "$" : "\\(").WriteEscape(obj.Formula).Write(hasAttributes ? "$" : "\\)");
    }
}
