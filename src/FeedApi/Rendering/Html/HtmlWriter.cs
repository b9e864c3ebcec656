using System.Buffers;
using AngleSharp.Dom;
using FeedApi.Model.Text;
using FeedApi.Rendering.Markdown;

namespace FeedApi.Rendering.Html;

/// <summary>Writes a sanitised tree as HTML.</summary>
/// <remarks>
/// AngleSharp's own formatter searches for the sibling before each node, so that a long run of siblings takes
/// quadratic time.
/// </remarks>
internal static class HtmlWriter
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\u00a0");

    /// <summary>The content of an element as HTML, free of characters that XML forbids; at most 4 Mi chars.</summary>
    /// <param name="body">The element whose content is written.</param>
    /// <param name="marker">An element that is left out; null for none.</param>
    public static string Write(IElement body, IElement? marker = null)
    {
        using var writer = new BoundedWriter();
        WriteChildren(body, writer, marker);
        return XmlText.Clean(writer.ToString()).Trim();
    }

    private static void WriteChildren(INode parent, BoundedWriter writer, IElement? marker)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text) WriteEscaped(text.Data, writer, isAttribute: false);
            else if (children[i] is IElement element && element != marker) WriteElement(element, writer, marker);
        }
    }

    private static void WriteElement(IElement element, BoundedWriter writer, IElement? marker)
    {
        var name = element.LocalName;
        writer.Write('<');
        writer.Write(name);
        foreach (var attribute in element.Attributes)
        {
            writer.Write(' ');
            writer.Write(attribute.Name);
            writer.Write("=\"");
            WriteEscaped(attribute.Value, writer, isAttribute: true);
            writer.Write('"');
        }

        writer.Write('>');
        if (HtmlVocabulary.Void.Contains(name)) return;
        // A parser ignores the first line break in pre.
        if (name == "pre" && element.FirstChild is IText { Data: ['\n', ..] }) writer.Write('\n');
        WriteChildren(element, writer, marker);
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
    }

    // < and > are escaped in attributes as well, so that no second parser can see a tag in one.
    private static void WriteEscaped(string text, BoundedWriter writer, bool isAttribute)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            writer.Write(rest[..at]);
            writer.Write(rest[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => isAttribute ? "&quot;" : "\"",
                _ => "&nbsp;",
            });
            rest = rest[(at + 1)..];
        }

        writer.Write(rest);
    }
}
