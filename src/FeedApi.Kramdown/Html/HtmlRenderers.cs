using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace FeedApi.Kramdown.Html;

/// <summary>Writes a block-level HTML element.</summary>
internal sealed class HtmlElementBlockRenderer : HtmlObjectRenderer<HtmlElementBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlElementBlock obj)
    {
        var isInRaw = obj.Parent is HtmlElementBlock { Content: HtmlContentModel.Raw };
        if (!isInRaw) renderer.EnsureLine();
        HtmlElementInlineRenderer.WriteStart(renderer, obj.Tag.Name, obj.Tag.Attributes);
        renderer.WriteAttributes(obj).Write('>');
        if (HtmlNames.Empty.Contains(obj.Tag.Name)) return;
        if (obj.Content == HtmlContentModel.Blocks) renderer.WriteLine();
        renderer.WriteChildren(obj);
        renderer.Write("</").Write(obj.Tag.Name).Write('>');
        if (!isInRaw) renderer.WriteLine();
    }
}

/// <summary>Writes text between HTML tags.</summary>
internal sealed class HtmlContentBlockRenderer : HtmlObjectRenderer<HtmlContentBlock>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlContentBlock obj) =>
        renderer.Write(obj.IsMarkup ? obj.Source.ToString() : HtmlEscape.Text(obj.Source.ToString()));
}

/// <summary>Writes text in an HTML element whose content is HTML.</summary>
internal sealed class HtmlTextInlineRenderer : HtmlObjectRenderer<HtmlTextInline>
{
    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, HtmlTextInline obj) => renderer.Write(HtmlEscape.Text(obj.Source));
}

/// <summary>Writes an inline HTML element.</summary>
internal sealed class HtmlElementInlineRenderer : HtmlObjectRenderer<HtmlElementInline>
{
    /// <summary>Writes a start tag up to its attributes.</summary>
    public static void WriteStart(HtmlRenderer renderer, string name, List<KeyValuePair<string, string>> attributes)
    {
        renderer.Write('<').Write(name);
        foreach (var (attribute, value) in attributes)
        {
            renderer.Write(' ').Write(attribute).Write("=\"").Write(HtmlEscape.Attribute(value)).Write('"');
        }
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
