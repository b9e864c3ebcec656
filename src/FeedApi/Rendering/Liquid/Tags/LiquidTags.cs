using System.Collections.Frozen;
using FeedApi.Rendering.Liquid.Parsing;

namespace FeedApi.Rendering.Liquid.Tags;

/// <summary>The tags of Jekyll, by name.</summary>
internal static class LiquidTags
{
    private static readonly FrozenDictionary<string, Reader> Readers = new Dictionary<string, Reader>(StringComparer.Ordinal)
    {
        ["assign"] = AssignNode.Read,
        ["break"] = static (_, tag) => new InterruptNode(Fluid.Ast.Completion.Break, tag.Line),
        ["capture"] = CaptureNode.Read,
        ["case"] = CaseNode.Read,
        ["comment"] = static (parser, tag) => CommentNode.Read(parser, tag),
        ["#"] = static (_, tag) => new CommentNode(tag.Line),
        ["continue"] = static (_, tag) => new InterruptNode(Fluid.Ast.Completion.Continue, tag.Line),
        ["cycle"] = CycleNode.Read,
        ["decrement"] = static (_, tag) => new CounterNode(tag, step: -1),
        ["echo"] = static (_, tag) => new OutputNode(MarkupParser.Filtered(tag.Markup), tag.Line),
        ["for"] = ForNode.Read,
        ["highlight"] = HighlightNode.Read,
        ["if"] = static (parser, tag) => IfNode.Read(parser, tag),
        ["ifchanged"] = IfChangedNode.Read,
        ["include"] = static (_, tag) => IncludeNode.Read(tag, isRelative: false),
        ["include_relative"] = static (_, tag) => IncludeNode.Read(tag, isRelative: true),
        ["increment"] = static (_, tag) => new CounterNode(tag, step: 1),
        ["link"] = static (_, tag) => new LinkNode(tag),
        ["post_url"] = static (_, tag) => new PostUrlNode(tag),
        ["raw"] = RawNode.Read,
        ["tablerow"] = TableRowNode.Read,
        ["unless"] = static (parser, tag) => IfNode.Read(parser, tag),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Makes a node of a tag, reading on to its end tag if it has one.</summary>
    public delegate LiquidNode Reader(LiquidParser parser, LiquidTag tag);

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => Readers.Keys;

    /// <summary>How to read a tag; null when nobody knows it.</summary>
    public static Reader? Find(string name) => Readers.GetValueOrDefault(name);
}
