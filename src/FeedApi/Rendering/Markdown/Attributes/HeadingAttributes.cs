using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown.Attributes;

/// <summary>
/// Reads the attributes at the end of a heading or of the line that opens a code fence; braces elsewhere are text, to the letter.
/// </summary>
/// <remarks>goldmark 1.5.4, parser/atx_heading.go, as Hugo 0.111.3 has it.</remarks>
/// <param name="takesEmpty">True when <c>{}</c> is a list too, as in goldmark.</param>
internal sealed class HeadingAttributes(bool takesEmpty) : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers.OfType<IAttributesParseable>()) parser.TryParseAttributes = TryRead;
        if (pipeline.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs) paragraphs.Closed += ReadUnderlined;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    // A paragraph that turned out to be a heading by the line below it.
    private void ReadUnderlined(BlockProcessor processor, Block block)
    {
        if (block is not HeadingBlock { IsSetext: true, Lines.Count: > 0 } heading) return;
        ref var last = ref heading.Lines.Lines[heading.Lines.Count - 1].Slice;
        if (TryRead(processor, ref last, heading)) last.TrimEnd();
    }

    private bool TryRead(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var text = line.AsSpan().TrimEnd();
        if (block is HeadingBlock { IsSetext: false }) text = WithoutClosingSequence(text);
        if (text is not [.., '}'] || FindList(text) is not { } found) return false;
        // Only where they stand is of the block: what it has keeps its place before them.
        found.Attributes.CopyTo(((MarkdownObject)block).GetAttributes());
        line.End = line.Start + found.Start - 1;
        return true;
    }

    private (HtmlAttributes Attributes, int Start)? FindList(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '{' && ReadList(text[at..]) is { } attributes) return (attributes, at);
        }

        return null;
    }

    private HtmlAttributes? ReadList(ReadOnlySpan<char> text) =>
        AttributeList.Read(text) is { } attributes && (takesEmpty || !AttributeList.IsEmpty(attributes)) ? attributes : null;

    // The number signs that may close a heading.
    private static ReadOnlySpan<char> WithoutClosingSequence(ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd('#');
        return rest.Length < text.Length && rest is [.., ' ' or '\t'] ? rest.TrimEnd() : text;
    }
}
