using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Parsing;

/// <summary>Attributes that stand in <c>{: }</c>, and the names of lists that stand for others.</summary>
internal sealed class AttributeList
{
    private static readonly object Key = new();

    private readonly List<KeyValuePair<string, string>> attributes = [];

    /// <summary>Names of attribute lists, or of what a list is to become (<c>toc</c>).</summary>
    public List<string> References { get; } = [];

    /// <summary>The list that a block carries; null when it carries none.</summary>
    public static AttributeList? Of(MarkdownObject node) => node.GetData(Key) as AttributeList;

    /// <summary>The list that a block carries from now on.</summary>
    public static AttributeList For(MarkdownObject node)
    {
        if (Of(node) is { } list) return list;
        var made = new AttributeList();
        node.SetData(Key, made);
        return made;
    }

    /// <summary>Makes a block carry this list.</summary>
    public void GiveTo(MarkdownObject node) => node.SetData(Key, this);

    /// <summary>The value of an attribute, an option's for instance; null when it is not there.</summary>
    public string? Find(string name) => attributes.FindLast(each => each.Key == name).Value;

    /// <summary>Adds an attribute; a later one goes before an earlier one, and classes add up.</summary>
    public void Add(string name, string value) => attributes.Add(new KeyValuePair<string, string>(name, value));

    /// <summary>Adds everything that another list has.</summary>
    public void AddAll(AttributeList other)
    {
        attributes.AddRange(other.attributes);
        References.AddRange(other.References);
    }

    /// <summary>Puts the attributes, and those that the references stand for, on a node.</summary>
    public void ApplyTo(MarkdownObject node, Dictionary<string, AttributeList> named) => ApplyTo(node.GetAttributes(), named, depth: 0);

    // Lists may name each other in a circle.
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
