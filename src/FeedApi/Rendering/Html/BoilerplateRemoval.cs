using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FeedApi.Site.Settings;

namespace FeedApi.Rendering.Html;

/// <summary>Removes boilerplate from a sanitised tree by <see cref="StripRules"/>. Thread-safe.</summary>
/// <remarks>
/// A text rule that matches the whole text of a block removes the block; otherwise it removes its matches in text nodes.
/// </remarks>
internal sealed class BoilerplateRemoval(StripRules rules)
{
    // Boilerplate is short. Without a limit, each of 256 nested blocks would be read completely.
    private const int BlockChars = 2_000;

    private static readonly string[] Blocks = ["p", "li", "div", "blockquote"];
    private static readonly string[] Media = ["img", "picture", "video", "audio", "iframe"];

    private readonly Regex[] texts = [.. rules.Texts.Select(text =>
        new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))];

    /// <summary>True when there are any rules.</summary>
    public bool HasRules => rules is not { Selectors: [], Texts: [] };

    /// <summary>Removes the boilerplate from the tree.</summary>
    public void Apply(CleanBody body)
    {
        // From the end: removing the first of many children repeatedly is quadratic.
        for (var i = body.Boilerplate.Count - 1; i >= 0; i--) Remove(body.Boilerplate[i], body.Body);
        if (texts.Length > 0) Visit(body.Body, body.Body);
    }

    private void Visit(INode parent, IElement body)
    {
        var children = parent.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
        {
            // Emptied ancestors are removed with a child, possibly this one too.
            if (i >= children.Length) continue;
            if (children[i] is IText run) StripRun(run, body);
            else if (children[i] is IElement element && IsWhole(element)) Remove(element, body);
            else Visit(children[i], body);
        }
    }

    private bool IsWhole(IElement element) =>
        Blocks.Contains(element.LocalName) && TextOf(element) is { Length: > 0 } text
        && Array.Exists(texts, rule => rule.Match(text) is { Success: true } match && match.Length == text.Length);

    private void StripRun(IText run, IElement body)
    {
        if (string.IsNullOrWhiteSpace(run.Data)) return;
        var rest = texts.Aggregate(run.Data, (text, rule) => rule.Replace(text, ""));
        if (rest.Length == run.Data.Length) return;
        if (string.IsNullOrWhiteSpace(rest)) Remove(run, body);
        else run.Data = rest;
    }

    // Ancestors left empty are removed too.
    private static void Remove(INode node, IElement body)
    {
        while (node != body && node.Parent is { } parent)
        {
            parent.RemoveChild(node);
            if (parent is not IElement
                {
                    LocalName: "p" or "li" or "ul" or "ol" or "div" or "blockquote" or "a" or "span" or "strong" or "em" or "b" or "i"
                })
            {
                return;
            }

            if (parent.ChildNodes.Any(child => child is not IText text || !string.IsNullOrWhiteSpace(text.Data))) return;
            node = parent;
        }
    }

    // White space is collapsed and trimmed, as displayed; null when the block is too long or contains media.
    private static string? TextOf(IElement block)
    {
        var text = new StringBuilder();
        return Collect(block, text) ? string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
    }

    private static bool Collect(INode parent, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText run) text.Append(run.Data);
            else if (node is IElement { LocalName: "br" }) text.Append(' ');
            else if (node is IElement element && (Media.Contains(element.LocalName) || !Collect(element, text))) return false;
            if (text.Length > BlockChars) return false;
        }

        if (parent is IElement { LocalName: var name } && HtmlVocabulary.Blocks.Contains(name)) text.Append(' ');
        return true;
    }
}
