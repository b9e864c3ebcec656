using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Html;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>
/// The text that a reader sees in HTML, with white space made equal; words in angle brackets that are no elements count as text.
/// </summary>
internal static class HtmlText
{
    // With what cleaning removes: forms, frames and plugins of browsers.
    private static readonly HashSet<string> Unseen = new(
        ["script", "style", "template", "noscript", "form", "iframe", "object", "embed", "param", "select", "textarea", "button"],
        StringComparer.Ordinal);

    // The table cells of Rouge and Chroma, and the element of Rouge inside a line.
    private static readonly HashSet<string> LineNumbers = new(["gutter", "rouge-gutter", "lineno", "ln", "lnt"], StringComparer.Ordinal);

    private static readonly HashSet<string> Block = new(
        [
            "address", "article", "aside", "audio", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir",
            "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
            "hgroup", "hr", "img", "legend", "li", "main", "menu", "nav", "ol", "p", "picture", "pre", "section", "summary", "table",
            "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
        ],
        StringComparer.Ordinal);

    /// <summary>One space between words and between blocks; none at the ends.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder();
        Append(text, new HtmlParser().ParseDocument("<!doctype html><html><body>" + TagRepair.Of(html, new BodyReport())).Body!);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) text.Append(run.Data);
            if (node is not IElement element || Unseen.Contains(element.LocalName) || element.ClassList.Any(LineNumbers.Contains)) continue;
            if (element.LocalName == "input") text.Append(BoxOf(element));
            var isBlock = Block.Contains(element.LocalName);
            if (isBlock) text.Append(' ');
            Append(text, element);
            if (isBlock) text.Append(' ');
        }
    }

    // A task's box is an element of a form in generators and a character in feeds.
    private static string BoxOf(IElement input) =>
        input.GetAttribute("type") != "checkbox" ? "" : input.HasAttribute("checked") ? "☑" : "☐";
}
