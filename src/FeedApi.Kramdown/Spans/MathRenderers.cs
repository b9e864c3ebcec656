using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FeedApi.Kramdown.Spans;

/// <summary>Writes a block-level formula for MathJax.</summary>
internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
        renderer.EnsureLine().Write("\\[").WriteEscape(obj.Formula).WriteLine("\\]");
}

/// <summary>Writes an inline formula for MathJax, in kramdown's form when it has attributes.</summary>
internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var hasAttributes = obj.TryGetAttributes() is not null;
        renderer.Write(hasAttributes ? "$" : "\\(").WriteEscape(obj.Formula).Write(hasAttributes ? "$" : "\\)");
    }
}
