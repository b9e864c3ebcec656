using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Blank lines. They are in the tree because a block that needs a blank line may follow.</summary>
internal sealed class BlankLineBlock(bool isOneLine) : LeafBlock(null!)
{
    /// <summary>True for one line without spaces.</summary>
    public bool IsOneLine { get; set; } = isOneLine;
}

/// <summary>An element that ends a block and is not rendered: a caret, a definition, an attribute list.</summary>
internal sealed class BlockBoundary(BlockBoundaryKind kind) : LeafBlock(null!)
{
    /// <summary>Its kind.</summary>
    public BlockBoundaryKind Kind { get; } = kind;
}

/// <summary>The kinds of <see cref="BlockBoundary"/>.</summary>
internal enum BlockBoundaryKind
{
    /// <summary>A caret: blocks that need a blank line before them may follow.</summary>
    Mark,

    /// <summary>A definition of a link, footnote or abbreviation; it may have attributes.</summary>
    Definition,

    /// <summary>Attributes, named ones or options.</summary>
    Attributes,
}
