using System.Globalization;
using System.Text;
using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Model.Text;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FeedApi.Rendering.Markdown;

/// <summary>Finds the footnotes that nothing refers to, which Markdig leaves out as goldmark and kramdown do.</summary>
internal sealed class UnusedFootnotes : IMarkdownExtension
{
    private const int MaxNamed = 5;

    private static readonly object DefinedKey = new();

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Find<FootnoteParser>() is { } parser) parser.Closed += Note;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Returns them, and removes the list of footnotes when none is left in it.</summary>
    public static IEnumerable<UnusedFootnote> TakeFrom(MarkdownDocument document)
    {
        if (document.GetData(DefinedKey) is not List<Footnote> defined) return [];
        if (document.LastChild is FootnoteGroup { Count: 0 } empty) document.Remove(empty);
        return defined.Where(each => each.Order < 0).Select(each => new UnusedFootnote(each.Label![1..], TextOf(each), each.Line));
    }

    /// <summary>The problem of a post that has some.</summary>
    public static Problem ProblemOf(Post post, IReadOnlyList<UnusedFootnote> unused)
    {
        var names = string.Join(", ", unused.Take(MaxNamed).Select(each =>
            $"[^{MessageText.Shorten(each.Name)}] \"{MessageText.Shorten(each.Text)}\""));
        var more = unused.Count > MaxNamed ? string.Create(CultureInfo.InvariantCulture, $" and {unused.Count - MaxNamed} more") : "";
        return new Problem(
            ProblemCodes.UnusedFootnote, ProblemSeverity.Warning, post.Path, post.BodyLine + unused[0].Line, null,
            $"The text does not refer to the footnotes {names}{more}.", "They are left out.");
    }

    private static void Note(BlockProcessor processor, Block block)
    {
        if (block is not Footnote footnote) return;
        if (processor.Document.GetData(DefinedKey) is not List<Footnote> defined) processor.Document.SetData(DefinedKey, defined = []);
        defined.Add(footnote);
    }

    private static string TextOf(Footnote footnote)
    {
        var text = new StringBuilder();
        foreach (var block in footnote.Descendants<LeafBlock>())
        {
            if (text.Length > 0) text.Append(' ');
            foreach (var inline in block.Inline?.Descendants() ?? [])
            {
                if (inline is LiteralInline literal) text.Append(literal.Content.AsSpan());
                else if (inline is CodeInline code) text.Append(code.ContentSpan);
                else if (inline is LineBreakInline) text.Append(' ');
            }
        }

        return text.ToString();
    }
}
