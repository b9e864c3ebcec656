using System.Text;
using AngleSharp.Dom;

namespace FeedApi.Rendering.Embeds;

/// <summary>The text of nodes as it is displayed: white space collapsed, without scripts and styles.</summary>
internal static class ShownText
{
    /// <summary>The text of a node.</summary>
    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Append(node, text, 0);
        return Collapse(text.ToString());
    }

    /// <summary>The text with white space collapsed.</summary>
    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Append(INode parent, StringBuilder text, int depth)
    {
        if (depth > RenderingLimits.HtmlDepth) return;
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) text.Append(run.Data);
            else if (node is IElement { LocalName: not ("script" or "style" or "template") } element) Append(element, text, depth + 1);
        }

        // Words of neighbouring elements must not run together.
        text.Append(' ');
    }
}
