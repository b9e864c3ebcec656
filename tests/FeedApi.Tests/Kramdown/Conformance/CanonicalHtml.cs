using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FeedApi.Tests.Kramdown.Conformance;

/// <summary>HTML in a form in which two documents are equal when a browser shows them alike.</summary>
internal static class CanonicalHtml
{
    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\r', '\f'];

    private static readonly HashSet<string> Inline =
    [
        "a", "abbr", "b", "big", "br", "button", "cite", "code", "del", "dfn", "em", "i", "img", "input", "ins", "kbd", "label", "mark",
        "q", "samp", "small", "span", "strong", "sub", "sup", "tt", "u", "var",
    ];

    private static readonly HashSet<string> Preformatted = ["pre", "script", "style", "textarea"];

    public static string Of(string html)
    {
        var text = new StringBuilder();
        AppendChildren(text, new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!, isPreformatted: false);
        return text.ToString();
    }

    private static void AppendChildren(StringBuilder text, INode parent, bool isPreformatted)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) text.Append(isPreformatted ? run.Data : WithSingleSpaces(run));
            else if (node is IComment comment) text.Append("<!--").Append(comment.Data).Append("-->");
            else if (node is IElement element) AppendElement(text, element, isPreformatted);
        }
    }

    private static void AppendElement(StringBuilder text, IElement element, bool isPreformatted)
    {
        var isBlock = !Inline.Contains(element.LocalName);
        if (isBlock && text.Length > 0 && text[^1] != '\n') text.Append('\n');
        text.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.OrderBy(each => each.Name, StringComparer.Ordinal))
            text.Append(' ').Append(attribute.Name).Append("=\"").Append(ValueOf(attribute)).Append('"');
        text.Append('>');
        AppendChildren(text, element, isPreformatted || Preformatted.Contains(element.LocalName));
        text.Append("</").Append(element.LocalName).Append('>');
        if (isBlock) text.Append('\n');
    }

    private static string WithSingleSpaces(IText run)
    {
        var words = string.Join(' ', run.Data.Split(WhiteSpace));
        while (words.Contains("  ", StringComparison.Ordinal)) words = words.Replace("  ", " ", StringComparison.Ordinal);
        if (IsEdge(run.PreviousSibling, run.ParentElement!)) words = words.TrimStart(' ');
        return IsEdge(run.NextSibling, run.ParentElement!) ? words.TrimEnd(' ') : words;
    }

    // White space next to a block or a line break, or at the ends of a block, is not seen.
    private static bool IsEdge(INode? neighbour, IElement parent) => neighbour switch
    {
        null => !Inline.Contains(parent.LocalName),
        IElement element => element.LocalName == "br" || !Inline.Contains(element.LocalName),
        _ => false,
    };

    // An address means the same with its characters percent-encoded, a style with its last semicolon.
    private static string ValueOf(IAttr attribute) => attribute.Name switch
    {
        "href" or "src" => Uri.UnescapeDataString(attribute.Value),
        "style" => attribute.Value.TrimEnd(';'),
        _ => attribute.Value,
    };
}
