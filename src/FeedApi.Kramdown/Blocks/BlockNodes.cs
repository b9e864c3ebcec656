using System.Text;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>A block whose inline Markdown is parsed after all blocks, because links may be defined at the end.</summary>
internal interface ISpanBlock
{
    /// <summary>The Markdown.</summary>
    string Source { get; }
}

/// <summary>A paragraph.</summary>
internal sealed class Paragraph : ParagraphBlock, ISpanBlock
{
    private readonly StringBuilder source = new();

    /// <summary>True for the text of an item in a tight list, which is written without an element.</summary>
    public bool IsTransparent { get; set; }

    /// <inheritdoc/>
    public string Source => source.ToString();

    /// <summary>Adds to the Markdown.</summary>
    public void Append(ReadOnlySpan<char> text) => source.Append(text);

    /// <summary>Replaces the Markdown.</summary>
    public void Replace(string text) => source.Clear().Append(text);
}

/// <summary>A heading.</summary>
/// <param name="source">The text without its markers.</param>
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

/// <summary>Text in a table cell or in an HTML element.</summary>
/// <param name="source">The Markdown.</param>
internal sealed class SpanText(string source) : LeafBlock(null!), ISpanBlock
{
    /// <inheritdoc/>
    public string Source { get; } = source;
}
