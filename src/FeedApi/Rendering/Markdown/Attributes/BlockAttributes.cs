using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown.Attributes;

/// <summary>Reads attributes that stand on a line of their own directly below a block, such as <c>{.wide}</c>.</summary>
/// <remarks>
/// Hugo 0.111.3 with <c>markup.goldmark.parser.attribute.block</c>. Text behind the closing brace, which Hugo drops, keeps the line text.
/// </remarks>
/// <param name="takesAll">
/// True when a list that is not below a block is dropped, as in Hugo; else it is text.
/// </param>
internal sealed class BlockAttributes(bool takesAll) : IMarkdownExtension
{
    private static readonly object ParentsKey = new();

    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser(takesAll));

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Gives the blocks of a document the attributes that stand below them.</summary>
    public static void Apply(MarkdownDocument document)
    {
        foreach (var parent in document.GetData(ParentsKey) as HashSet<ContainerBlock> ?? []) ApplyIn(parent);
    }

    private static void ApplyIn(ContainerBlock parent)
    {
        Block? target = null;
        foreach (var block in parent)
        {
            if (block is not Line line) target = block;
            else if (target is not null && line.IsBelowBlock) Add(line.Attributes, target.GetAttributes());
        }
    }

    // What the block itself says goes first.
    private static void Add(HtmlAttributes more, HtmlAttributes attributes)
    {
        attributes.Id ??= more.Id;
        attributes.Classes ??= more.Classes;
        // Of many lists below one block the first ones count.
        if (attributes.Properties?.Count > RenderingLimits.TagAttributes) return;
        foreach (var (name, value) in more.Properties ?? []) attributes.AddPropertyIfNotExist(name, value);
    }

    /// <summary>The line, which is written as nothing: Markdig has no renderer for it.</summary>
    private sealed class Line(BlockParser parser) : LeafBlock(parser)
    {
        public required HtmlAttributes Attributes { get; init; }

        public required bool IsBelowBlock { get; init; }
    }

    private sealed class Parser : BlockParser
    {
        private readonly bool takesAll;

        public Parser(bool takesAll)
        {
            this.takesAll = takesAll;
            OpeningCharacters = ['{'];
        }

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var text = processor.Line.AsSpan().TrimEnd();
            if (processor.IsCodeIndent || text is not [.., '}'] || AttributeList.Read(text) is not { } attributes) return BlockState.None;
            var parent = processor.GetCurrentContainerOpened();
            var isBelowBlock = parent.LastChild is not null && !FollowsBlankLine(processor);
            if (!takesAll && (!isBelowBlock || AttributeList.IsEmpty(attributes))) return BlockState.None;
            Keep(processor.Document, parent);
            processor.NewBlocks.Push(new Line(this) { ProcessInlines = false, Attributes = attributes, IsBelowBlock = isBelowBlock });
            return BlockState.BreakDiscard;
        }

        private static void Keep(MarkdownDocument document, ContainerBlock parent)
        {
            if (document.GetData(ParentsKey) is not HashSet<ContainerBlock> parents) document.SetData(ParentsKey, parents = []);
            parents.Add(parent);
        }

        private static bool FollowsBlankLine(BlockProcessor processor)
        {
            var before = processor.Line.Text.AsSpan(0, processor.CurrentLineStartPosition).TrimEnd(" \t>");
            if (before is not [.., '\n']) return false;
            var line = before[..^1];
            return line[(line.LastIndexOf('\n') + 1)..].Trim(" \t\r>").IsEmpty;
        }
    }
}
