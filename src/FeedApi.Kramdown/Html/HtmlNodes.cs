using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Kramdown.Html;

/// <summary>An HTML element that stands as a block.</summary>
/// <param name="tag">Its start tag.</param>
internal sealed class HtmlElementBlock(HtmlTag tag) : ContainerBlock(null!)
{
    /// <summary>Its start tag.</summary>
    public HtmlTag Tag { get; } = tag;

    /// <summary>How its content is read.</summary>
    public HtmlContentModel Content { get; set; }
}

/// <summary>Text between the tags of HTML, or markup that is written as it is.</summary>
/// <param name="isMarkup">True for comments, scripts and the like.</param>
internal sealed class HtmlContentBlock(bool isMarkup) : LeafBlock(null!)
{
    /// <summary>True for what is written as it is; else signs that would be markup are escaped.</summary>
    public bool IsMarkup { get; } = isMarkup;

    /// <summary>As written.</summary>
    public StringBuilder Source { get; } = new();
}

/// <summary>Text in an HTML element whose content is HTML.</summary>
/// <param name="source">As written; signs that would be markup are escaped.</param>
internal sealed class HtmlTextInline(string source) : LeafInline
{
    /// <summary>As written.</summary>
    public string Source { get; } = source;
}

/// <summary>An HTML element in text.</summary>
/// <param name="name">In lower case when HTML knows it.</param>
/// <param name="attributes">In order, values as written.</param>
internal sealed class HtmlElementInline(string name, List<KeyValuePair<string, string>> attributes) : ContainerInline
{
    /// <summary>In lower case when HTML knows it.</summary>
    public string Name { get; } = name;

    /// <summary>In order, values as written.</summary>
    public List<KeyValuePair<string, string>> Attributes { get; } = attributes;
}
