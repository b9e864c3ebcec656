using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Writes a paragraph, or only its text in a tight list.</summary>
internal sealed class ParagraphRenderer : HtmlObjectRenderer<Paragraph>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Paragraph obj)
    {
        if (!obj.IsTransparent) renderer.EnsureLine().Write("<p").WriteAttributes(obj).Write('>');
        renderer.WriteLeafInline(obj);
        if (!obj.IsTransparent) renderer.WriteLine("</p>");
    }
}

/// <summary>Writes text without an enclosing element.</summary>
internal sealed class SpanTextRenderer : HtmlObjectRenderer<SpanText>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, SpanText obj) => renderer.WriteLeafInline(obj);
}
