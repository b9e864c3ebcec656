using AngleSharp.Dom;
using FeedApi.Rendering.Html;

namespace FeedApi.Rendering.Embeds;

/// <summary>Changes a tree before it is sanitised.</summary>
/// <param name="document">The document of the tree.</param>
/// <param name="boilerplate">The nodes that strip rules select; what replaces one of them is added.</param>
internal sealed class TreeEdit(IDocument document, List<INode> boilerplate)
{
    private static readonly string[] Blocks =
        ["body", "div", "section", "article", "main", "aside", "blockquote", "figure", "center", "details", "header", "footer", "td"];

    private readonly HashSet<INode> marked = [.. boilerplate];

    /// <summary>An element without content.</summary>
    public IElement Create(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = document.CreateElement(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null) element.SetAttribute(attribute, value);
        }

        return element;
    }

    /// <summary>A text.</summary>
    public IText Text(string text) => document.CreateTextNode(text);

    /// <summary>A link.</summary>
    public IElement Link(string address, string text)
    {
        var link = Create("a", ("href", address));
        link.AppendChild(Text(text));
        return link;
    }

    /// <summary>Replaces an element by nodes, or removes it when there are none.</summary>
    public void Replace(IElement element, params IReadOnlyList<INode> nodes)
    {
        if (element.Parent is null) return;
        if (marked.Contains(element))
        {
            boilerplate.AddRange(nodes);
            marked.UnionWith(nodes);
        }

        // A link may lead to it.
        if (element.Id is { Length: > 0 } id && nodes is [IElement { Id: null } first, ..]) first.Id = id;
        Unwrapping.Replace(element, nodes, holder: "div");
    }

    /// <summary>Replaces an element by a phrase: as a paragraph where blocks are, and as text where it is inside a link.</summary>
    public void ReplaceByPhrase(IElement element, INode phrase)
    {
        if (phrase is IElement { LocalName: "a" } link && IsInLink(element)) phrase = Text(link.TextContent);
        if (element.ParentElement is { } parent && Array.IndexOf(Blocks, parent.LocalName) >= 0)
        {
            var paragraph = Create("p");
            paragraph.AppendChild(phrase);
            phrase = paragraph;
        }

        Replace(element, phrase);
    }

    /// <summary>Replaces an element by its content.</summary>
    public void Unwrap(IElement element) => Replace(element, element.ChildNodes.ToArray());

    /// <summary>Replaces an element by another one with the same content.</summary>
    public void Rename(IElement element, string name)
    {
        var other = Create(name, ("id", element.Id), ("class", element.ClassName));
        while (element.FirstChild is { } child) other.AppendChild(child);
        Replace(element, other);
    }

    private static bool IsInLink(IElement element)
    {
        for (var parent = element.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (parent.LocalName == "a" && parent.HasAttribute("href")) return true;
        }

        return false;
    }
}
