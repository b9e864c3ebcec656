using System.Text;
using AngleSharp.Dom;
using FeedApi.Model;
using FeedApi.Rendering.Html;

namespace FeedApi.Rendering.Embeds;

/// <summary>Replaces forms and their controls by the text that they show.</summary>
internal sealed class FormControls(TreeEdit edit, BodyReport report)
{
    /// <summary>Replaces one element.</summary>
    public void Replace(IElement element)
    {
        switch (element.LocalName)
        {
            case "form" or "fieldset" or "legend":
                edit.Rename(element, "div");
                break;
            case "select":
                ReplaceSelect(element);
                break;
            case "datalist":
                edit.Replace(element);
                break;
            case "button":
                Report(element, ShownText.Of(element));
                ReplaceApart(element, [.. element.ChildNodes]);
                break;
            case "textarea":
                ReplaceByText(element, element.TextContent.Length > 0 ? element.TextContent : element.GetAttribute("placeholder"));
                break;
            default:
                ReplaceInput(element);
                break;
        }
    }

    private void ReplaceInput(IElement input)
    {
        switch (input.GetAttribute("type")?.ToLowerInvariant())
        {
            // Check boxes are replaced by their signs later; they are no loss.
            case "checkbox":
                return;
            case "radio":
                edit.Replace(input, edit.Text(input.HasAttribute("checked") ? "◉" : "○"));
                return;
            case "hidden":
                edit.Replace(input);
                return;
            case "image":
                Report(input, input.GetAttribute("alt"));
                edit.Replace(input, edit.Create("img", ("src", input.GetAttribute("src")), ("alt", input.GetAttribute("alt"))));
                return;
            default:
                ReplaceByText(input, input.GetAttribute("value") is { Length: > 0 } value ? value : input.GetAttribute("placeholder"));
                return;
        }
    }

    // A parser that takes a void element in an option for an open one puts the rest of the post into it: everything stays, in its order.
    private void ReplaceSelect(IElement select)
    {
        List<INode> nodes = [];
        var text = new StringBuilder();
        Collect(select, nodes, text, 0);
        Flush(nodes, text);
        report.Add(ProblemCodes.FormControl, "<select> cannot pass", nodes.FirstOrDefault()?.TextContent, "Its text stands in its place.");
        ReplaceApart(select, nodes);
    }

    private void Collect(INode parent, List<INode> nodes, StringBuilder text, int depth)
    {
        if (depth > RenderingLimits.HtmlDepth)
            throw new RenderingException(ProblemCodes.RenderBudget, "The HTML is nested too deeply.");
        foreach (var node in parent.ChildNodes.ToArray())
        {
            if (node is IElement { LocalName: "option" or "optgroup" } option)
            {
                if (text.Length > 0 || nodes.Count > 0) text.Append(" / ");
                if (option.GetAttribute("label") is { Length: > 0 } label) text.Append(label).Append(option.HasChildNodes ? ": " : "");
                Collect(option, nodes, text, depth + 1);
            }
            else if (node is IElement element && (HtmlVocabulary.Void.Contains(element.LocalName) || element.LocalName == "button"))
            {
                if (element.LocalName == "img") Append(nodes, text, element);
                else text.Append(' ');
                Collect(element, nodes, text, depth + 1);
                while (element.LastChild is { } child) element.RemoveChild(child);
            }
            else if (node is IText run)
            {
                text.Append(run.Data);
            }
            else if (node is IElement)
            {
                Append(nodes, text, node);
            }
        }
    }

    private void Append(List<INode> nodes, StringBuilder text, INode node)
    {
        Flush(nodes, text);
        nodes.Add(node);
    }

    private void Flush(List<INode> nodes, StringBuilder text)
    {
        if (text.Length == 0) return;
        var shown = ShownText.Collapse(text.ToString()).Replace(": / ", ": ", StringComparison.Ordinal);
        if (shown.Length > 0) nodes.Add(edit.Text(shown + " "));
        text.Clear();
    }

    private void ReplaceByText(IElement element, string? text)
    {
        Report(element, text);
        ReplaceApart(element, string.IsNullOrWhiteSpace(text) ? [] : [edit.Text(text)]);
    }

    // A control is apart from the words around it.
    private void ReplaceApart(IElement element, List<INode> nodes)
    {
        if (nodes is [IText only]) nodes = [edit.Text($" {only.Data} ")];
        else if (nodes.Count > 0) nodes = [edit.Text(" "), .. nodes, edit.Text(" ")];
        edit.Replace(element, nodes);
    }

    private void Report(IElement element, string? what) => report.Add(
        ProblemCodes.FormControl, $"<{element.LocalName}> cannot pass", what,
        string.IsNullOrWhiteSpace(what) ? "It is left out." : "Its text stands in its place.");
}
