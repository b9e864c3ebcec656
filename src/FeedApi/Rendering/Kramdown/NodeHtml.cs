using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FeedApi.Rendering.Kramdown;

/// <summary>Writes a paragraph, or only its text where a list has no space between its items.</summary>
internal sealed class ParagraphHtml : HtmlObjectRenderer<Paragraph>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, Paragraph obj)
    {
        if (!obj.IsTransparent) renderer.EnsureLine().Write("<p").WriteAttributes(obj).Write('>');
        renderer.WriteLeafInline(obj);
        if (!obj.IsTransparent) renderer.WriteLine("</p>");
    }
}

/// <summary>Writes text without an element of its own.</summary>
internal sealed class SpanTextHtml : HtmlObjectRenderer<SpanText>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, SpanText obj) => renderer.WriteLeafInline(obj);
}

/// <summary>Writes an HTML element that stands as a block.</summary>
internal sealed class HtmlElementBlockHtml : HtmlObjectRenderer<HtmlElementBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlElementBlock obj)
    {
        var isInRaw = obj.Parent is HtmlElementBlock { Content: HtmlContent.Raw };
        if (!isInRaw) renderer.EnsureLine();
        HtmlElementInlineHtml.WriteStart(renderer, obj.Tag.Name, obj.Tag.Attributes);
        renderer.WriteAttributes(obj).Write('>');
        if (HtmlNames.Empty.Contains(obj.Tag.Name)) return;
        if (obj.Content == HtmlContent.Blocks) renderer.WriteLine();
        renderer.WriteChildren(obj);
        renderer.Write("</").Write(obj.Tag.Name).Write('>');
        if (!isInRaw) renderer.WriteLine();
    }
}

/// <summary>Writes text between the tags of HTML.</summary>
internal sealed class HtmlTextHtml : HtmlObjectRenderer<HtmlText>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlText obj) =>
        renderer.Write(obj.IsMarkup ? obj.Source.ToString() : HtmlEscape.Text(obj.Source.ToString()));
}

/// <summary>Writes text in an HTML element whose content is HTML.</summary>
internal sealed class HtmlTextInlineHtml : HtmlObjectRenderer<HtmlTextInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlTextInline obj) => renderer.Write(HtmlEscape.Text(obj.Source));
}

/// <summary>Writes an HTML element in text.</summary>
internal sealed class HtmlElementInlineHtml : HtmlObjectRenderer<HtmlElementInline>
{
    /// <summary>Writes a start tag up to its attributes.</summary>
    public static void WriteStart(HtmlRenderer renderer, string name, List<KeyValuePair<string, string>> attributes)
    {
        renderer.Write('<').Write(name);
        foreach (var (attribute, value) in attributes) renderer.Write(' ').Write(attribute).Write("=\"").Write(HtmlEscape.Attribute(value)).Write('"');
    }

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlElementInline obj)
    {
        WriteStart(renderer, obj.Name, obj.Attributes);
        renderer.WriteAttributes(obj).Write('>');
        if (obj.FirstChild is null && HtmlNames.Empty.Contains(obj.Name)) return;
        renderer.WriteChildren(obj);
        renderer.Write("</").Write(obj.Name).Write('>');
    }
}

/// <summary>Writes a formula for MathJax.</summary>
internal sealed class MathBlockHtml : HtmlObjectRenderer<MathBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathBlock obj) => renderer.EnsureLine().Write("\\[").WriteEscape(obj.Formula).WriteLine("\\]");
}

/// <summary>Writes a formula in text for MathJax; with attributes as kramdown writes it then.</summary>
internal sealed class MathInlineHtml : HtmlObjectRenderer<MathInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var hasAttributes = obj.TryGetAttributes() is not null;
        renderer.Write(hasAttributes ? "$" : "\\(").WriteEscape(obj.Formula).Write(hasAttributes ? "$" : "\\)");
    }
}
