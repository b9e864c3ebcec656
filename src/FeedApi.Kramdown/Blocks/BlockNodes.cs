using System.Text;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>A block whose Markdown is read after all blocks are known, because a link may be defined at the end.</summary>
internal interface ISpanBlock
{
    /// <summary>The Markdown.</summary>
    string Source { get; }
}

/// <summary>A paragraph.</summary>
internal sealed class Paragraph : ParagraphBlock, ISpanBlock
{
    private readonly StringBuilder source = new();

    /// <summary>True for the text of an item in a list without space: it is written without element.</summary>
    public bool IsTransparent { get; set; }

    /// <inheritdoc/>
    public string Source => source.ToString();

    /// <summary>Adds to the Markdown.</summary>
    public void Append(ReadOnlySpan<char> text) => source.Append(text);

    /// <summary>Puts other Markdown in its place.</summary>
    public void Replace(string text) => source.Clear().Append(text);
}

/// <summary>A heading.</summary>
/// <param name="source">The text without its marks.</param>
internal sealed class Heading(string source) : HeadingBlock(null!), ISpanBlock
{
    /// <inheritdoc/>
    public string Source { get; } = source;
}

/// <summary>A term of a definition list.</summary>
/// <param name="source">The line.</param>
internal sealed class DefinitionTermLine(string source) : DefinitionTerm(null!), ISpanBlock
{
    /// <inheritdoc/>
    public string Source { get; } = source;
}

/// <summary>Text in a table's cell or in an HTML element.</summary>
/// <param name="source">The Markdown.</param>
internal sealed class SpanText(string source) : LeafBlock(null!), ISpanBlock
{
    /// <inheritdoc/>
    public string Source { get; } = source;
}
