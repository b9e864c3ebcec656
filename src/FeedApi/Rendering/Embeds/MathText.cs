using System.Text;
using AngleSharp.Dom;

namespace FeedApi.Rendering.Embeds;

/// <summary>A formula on one line of plain text.</summary>
internal static class MathText
{
    /// <summary>The formula as its author wrote it, when the markup says so; else its parts: <c>a/b</c>, <c>x^2</c>, <c>√(y)</c>.</summary>
    public static string Of(IElement math)
    {
        if (math.GetAttribute("alttext") is { Length: > 0 } source) return ShownText.Collapse(source);
        var text = new StringBuilder();
        AppendAll(math, text);
        return ShownText.Collapse(text.ToString());
    }

    private static void AppendAll(INode parent, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes) Append(node, text);
    }

    private static void Append(INode node, StringBuilder text)
    {
        if (node is IText run)
        {
            // Invisible operators.
            foreach (var c in run.Data) text.Append(c is >= '\u2061' and <= '\u2064' ? "" : c.ToString());
            return;
        }

        if (node is not IElement element) return;
        switch (element.LocalName)
        {
            case "mfrac":
                Join(element, text, "/");
                break;
            case "msup" or "mover":
                Join(element, text, "^");
                break;
            case "msub" or "munder":
                Join(element, text, "_");
                break;
            case "msubsup" or "munderover":
                Join(element, text, "_", "^");
                text.Append(' ');
                break;
            case "msqrt":
                text.Append("√(");
                AppendAll(element, text);
                text.Append(')');
                break;
            case "mtr" or "mtd" or "mtext" or "mspace":
                text.Append(' ');
                AppendAll(element, text);
                text.Append(' ');
                break;
            default:
                AppendAll(element, text);
                break;
        }
    }

    private static void Join(IElement element, StringBuilder text, params ReadOnlySpan<string> signs)
    {
        for (var i = 0; i < element.Children.Length; i++)
        {
            if (i > 0) text.Append(signs[Math.Min(i - 1, signs.Length - 1)]);
            var part = new StringBuilder();
            Append(element.Children[i], part);
            var isOne = part.Length <= 1 || part.ToString().Trim().All(char.IsLetterOrDigit);
            text.Append(isOne ? "" : "(").Append(part).Append(isOne ? "" : ")");
        }
    }
}
