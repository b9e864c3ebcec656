using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>The text that a reader sees in HTML, with white space made equal.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Unseen = new(["script", "style", "template", "noscript"], StringComparer.Ordinal);

    private static readonly HashSet<string> Inline = new(
        [
            "a", "abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark",
            "q", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var"
        ],
        StringComparer.Ordinal);

    /// <summary>One space between words and between blocks; none at the ends.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder();
        Append(text, new HtmlParser().ParseDocument("<!doctype html><html><body>" + html).Body!);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) text.Append(run.Data);
            if (node is not IElement element || Unseen.Contains(element.LocalName)) continue;
            var isBlock = !Inline.Contains(element.LocalName);
            if (isBlock) text.Append(' ');
            Append(text, element);
            if (isBlock) text.Append(' ');
        }
    }
}
