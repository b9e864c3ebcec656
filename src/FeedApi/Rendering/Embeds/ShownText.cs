using System.Text;
using AngleSharp.Dom;

namespace FeedApi.Rendering.Embeds;

/// <summary>The text of nodes as it is displayed: white space collapsed, without scripts and styles.</summary>
internal static class ShownText
{
    /// <summary>The text of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="maxChars">Where the text may end, about, when only its beginning is of use.</param>
    public static string Of(INode node, int maxChars = int.MaxValue)
    {
        var text = new StringBuilder();
        Append(node, text, maxChars, 0);
        return Collapse(text.ToString());
    }

    /// <summary>The text with white space collapsed.</summary>
    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Append(INode parent, StringBuilder text, int maxChars, int depth)
    {
        if (depth > RenderingLimits.HtmlDepth) return;
        foreach (var node in parent.ChildNodes)
        {
            if (text.Length > maxChars) return;
            if (node is IText run) text.Append(run.Data);
            else if (node is IElement { LocalName: not ("script" or "style" or "template") } element)
                Append(element, text, maxChars, depth + 1);
        }

        // Words of neighbouring elements must not run together.
        text.Append(' ');
    }
}
