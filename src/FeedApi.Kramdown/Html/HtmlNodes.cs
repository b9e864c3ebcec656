using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Html;

/// <summary>A block-level HTML element.</summary>
/// <param name="tag">Its start tag.</param>
internal sealed class HtmlElementBlock(HtmlTag tag) : ContainerBlock(null!)
{
    /// <summary>Its start tag.</summary>
    public HtmlTag Tag { get; } = tag;

    /// <summary>How its content is parsed.</summary>
    public HtmlContentModel Content { get; set; }
}

/// <summary>Text between HTML tags, or markup that is written unchanged.</summary>
/// <param name="isMarkup">True for markup such as comments and scripts.</param>
internal sealed class HtmlContentBlock(bool isMarkup) : LeafBlock(null!)
{
    /// <summary>True for markup that is written unchanged; otherwise characters with a meaning in HTML are escaped.</summary>
    public bool IsMarkup { get; } = isMarkup;

    /// <summary>As written.</summary>
    public StringBuilder Source { get; } = new();
}

/// <summary>Text in an HTML element whose content is HTML.</summary>
/// <param name="source">As written; characters with a meaning in HTML are escaped.</param>
internal sealed class HtmlTextInline(string source) : LeafInline
{
    /// <summary>As written.</summary>
    public string Source { get; } = source;
}

/// <summary>An inline HTML element.</summary>
/// <param name="name">In lower case for elements of HTML.</param>
/// <param name="attributes">In order, values as written.</param>
internal sealed class HtmlElementInline(string name, List<KeyValuePair<string, string>> attributes) : ContainerInline
{
    /// <summary>In lower case for elements of HTML.</summary>
    public string Name { get; } = name;

    /// <summary>In order, values as written.</summary>
    public List<KeyValuePair<string, string>> Attributes { get; } = attributes;
}
