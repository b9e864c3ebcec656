using Markdig;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown.Goldmark;

/// <summary>
/// Reads the attributes at the end of a heading or of the line that opens a code fence, as Hugo and Zola do; braces elsewhere are text.
/// </summary>
internal sealed class HeadingAttributes : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers.OfType<IAttributesParseable>()) parser.TryParseAttributes = TryRead;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static bool TryRead(BlockProcessor processor, ref StringSlice line, IBlock block)
    {
        var text = line.AsSpan().TrimEnd();
        var from = text.LastIndexOf('{');
        if (from < 0 || text[^1] != '}' || text[(from + 1)..^1].IsWhiteSpace()) return false;
        var written = new StringSlice(line.Text, line.Start + from, line.Start + text.Length - 1);
        if (!GenericAttributesParser.TryParse(ref written, out var attributes) || !written.IsEmpty) return false;
        attributes!.CopyTo(((MarkdownObject)block).GetAttributes());
        line.End = line.Start + from - 1;
        return true;
    }
}
