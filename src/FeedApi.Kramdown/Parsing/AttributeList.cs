using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Parsing;

/// <summary>The attributes in <c>{: }</c>, and the names of the attribute lists that it refers to.</summary>
internal sealed class AttributeList
{
    private static readonly object Key = new();

    private readonly List<KeyValuePair<string, string>> attributes = [];

    /// <summary>Names of attribute lists, or of the purpose of a list (<c>toc</c>).</summary>
    public List<string> References { get; } = [];

    /// <summary>The attribute list of a block; null when it has none.</summary>
    public static AttributeList? Of(MarkdownObject node) => node.GetData(Key) as AttributeList;

    /// <summary>The attribute list of a block, which is added when it has none.</summary>
    public static AttributeList For(MarkdownObject node)
    {
        if (Of(node) is { } list) return list;
        var made = new AttributeList();
        node.SetData(Key, made);
        return made;
    }

    /// <summary>Attaches this list to a block.</summary>
    public void GiveTo(MarkdownObject node) => node.SetData(Key, this);

    /// <summary>The value of an attribute or option; null when it is absent.</summary>
    public string? Find(string name) => attributes.FindLast(each => each.Key == name).Value;

    /// <summary>Adds an attribute; a later one replaces an earlier one, and classes accumulate.</summary>
    public void Add(string name, string value) => attributes.Add(new KeyValuePair<string, string>(name, value));

    /// <summary>Adds the attributes and references of another list.</summary>
    public void AddAll(AttributeList other)
    {
        attributes.AddRange(other.attributes);
        References.AddRange(other.References);
    }

    /// <summary>Applies the attributes, including those of the references, to a node.</summary>
    public void ApplyTo(MarkdownObject node, Dictionary<string, AttributeList> named) => ApplyTo(node.GetAttributes(), named, depth: 0);

    // References may be circular.
    private void ApplyTo(HtmlAttributes target, Dictionary<string, AttributeList> named, int depth)
    {
        foreach (var reference in References)
        {
            if (depth < 4 && named.TryGetValue(reference, out var list)) list.ApplyTo(target, named, depth + 1);
        }

        foreach (var (name, value) in attributes)
        {
            if (name == "id") target.Id = value;
            else if (name == "class") target.AddClass(value);
            else Replace(target, name, value);
        }
    }

    private static void Replace(HtmlAttributes target, string name, string value)
    {
        target.Properties?.RemoveAll(each => each.Key == name);
        target.AddProperty(name, value);
    }
}
