using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Rendering.Html;

namespace FeedApi.Rendering.Embeds;

/// <summary>Leaves of MathML what shows a formula.</summary>
internal sealed class MathMarkup(TreeEdit edit, BodyReport report)
{
    /// <summary>Cleans one element of MathML.</summary>
    public void Clean(IElement element)
    {
        switch (element.LocalName)
        {
            case "annotation":
                KeepSource(element);
                edit.Replace(element);
                break;
            case "annotation-xml":
                edit.Replace(element);
                break;
            case "maction":
                ReplaceAction(element);
                break;
            default:
                if (element.LocalName == "math") RemoveTwin(element);
                CleanAttributes(element);
                break;
        }
    }

    private void CleanAttributes(IElement element)
    {
        var hadLink = false;
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (attribute.LocalName == "id" || MathVocabulary.Attributes.Contains(attribute.LocalName)) continue;
            hadLink |= attribute.LocalName == "href";
            element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
        }

        if (hadLink)
            report.Add(ProblemCodes.InlineMath, "A formula has a link", ShownText.Of(element), "The formula is shown without it.");
    }

    // The formula as its author wrote it: plain text, search, and readers without MathML use it.
    private static void KeepSource(IElement annotation)
    {
        if (annotation.GetAttribute("encoding")?.Contains("tex", StringComparison.OrdinalIgnoreCase) != true) return;
        for (var parent = annotation.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (parent.LocalName != "math") continue;
            var source = ShownText.Collapse(annotation.TextContent);
            if (!parent.HasAttribute("alttext") && source.Length > 0) parent.SetAttribute("alttext", source);
            return;
        }
    }

    private void ReplaceAction(IElement action)
    {
        var shown = action.FirstElementChild;
        var hidden = string.Join(' ', action.Children.Skip(1).Select(ShownText.Of));
        report.Add(ProblemCodes.InlineMath, "<maction> cannot pass", hidden, "Its first expression stands in its place.");
        edit.Replace(action, shown is null ? [] : [shown]);
    }

    // KaTeX and MathJax write a formula twice: as MathML, and for a style sheet of their own, which no reader has.
    private void RemoveTwin(IElement math)
    {
        if (math.ParentElement is { LocalName: "span" } katex && katex.ClassList.Contains("katex-mathml")
            && katex.NextElementSibling is { } html && html.ClassList.Contains("katex-html"))
        {
            edit.Replace(html);
        }
        else if (math.ParentElement is { LocalName: "mjx-assistive-mml" } assistive
            && assistive.PreviousElementSibling is { LocalName: "svg" or "mjx-math" } drawing)
        {
            edit.Replace(drawing);
        }
    }
}
