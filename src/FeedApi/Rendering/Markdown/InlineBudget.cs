using FeedApi.Model;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown;

/// <summary>Stops parsing between the block phase and the inline phase when the inlines would take too long.</summary>
/// <remarks>
/// Closed blocks contain exactly the text that will be parsed as inlines; a scan of the source could not tell code from text.
/// </remarks>
internal sealed class InlineBudget : IMarkdownExtension
{
    private static readonly object SpentKey = new();

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        foreach (var parser in pipeline.BlockParsers) parser.Closed += Charge;
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Charge(BlockProcessor processor, Block block)
    {
        if (block is not LeafBlock { ProcessInlines: true } leaf || leaf.Lines.Lines is null) return;
        var spent = processor.Document.GetData(SpentKey) as Spent;
        if (spent is null) processor.Document.SetData(SpentKey, spent = new Spent());
        // A duplicate id is numbered by trying 1, 2, 3 and so on.
        if (leaf is HeadingBlock) spent.Steps += 4 * spent.Headings++;
        spent.Steps += CostOf(leaf);
        if (spent.Steps <= RenderingLimits.InlineSteps) return;
        throw new RenderingException(ProblemCodes.RenderBudget,
            "Too many brackets, backticks or emphasis marks are left open, or there are too many headings.", block.Line);
    }

    private static long CostOf(LeafBlock leaf)
    {
        var cost = default(InlineCost);
        if (leaf is ParagraphBlock) cost.AddTable(leaf.Lines);
        for (var i = 0; i < leaf.Lines.Count; i++) cost.Add(leaf.Lines.Lines[i].Slice.AsSpan());
        cost.Finish();
        return cost.Steps;
    }

    private sealed class Spent
    {
        public long Steps { get; set; }

        public long Headings { get; set; }
    }
}
