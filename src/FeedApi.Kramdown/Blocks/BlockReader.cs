using FeedApi.Kramdown.Parsing;
using Markdig.Syntax;

namespace FeedApi.Kramdown.Blocks;

/// <summary>Parses blocks by kramdown's rules into Markdig's syntax tree.</summary>
/// <remarks>
/// Markdig decides line by line which container a line belongs to. Kramdown extracts a whole quote or item, removes the markers and
/// parses the rest again, and its HTML blocks are elements; Markdig's block parsers cannot express that.
/// </remarks>
internal sealed class BlockReader
{
    private readonly Func<BlockReader, bool>[] rules;
    private TextCursor? document;
    private int linesEnd;

    /// <summary>Creates the reader of one document.</summary>
    public BlockReader(ParseState state)
    {
        State = state;
        Tree = new MarkdownDocument();
        Source = new TextCursor("");
        rules =
        [
            TextRules.ReadBlankLines,
            CodeRules.ReadIndented,
            CodeRules.ReadFenced,
            QuoteRule.Read,
            HeadingRules.ReadAtx,
            TextRules.ReadRule,
            ListRule.Read,
            DefinitionListRule.Read,
            HtmlRules.Read,
            HeadingRules.ReadSetext,
            MathRule.Read,
            TableRule.Read,
            DefinitionRules.ReadFootnote,
            DefinitionRules.ReadLink,
            DefinitionRules.ReadAbbreviation,
            ExtensionRules.Read,
            TextRules.ReadBoundary,
            TextRules.ReadParagraph,
        ];
    }

    /// <summary>The state shared by the whole document.</summary>
    public ParseState State { get; }

    /// <summary>The text that is being parsed.</summary>
    public TextCursor Source { get; private set; }

    /// <summary>The container to which blocks are added.</summary>
    public ContainerBlock Tree { get; private set; }

    /// <summary>Pending attributes of the next block; null when there are none.</summary>
    public AttributeList? Pending { get; private set; }

    /// <summary>True once the end tag of the element that <see cref="Tree"/> is has been read.</summary>
    public bool IsEnded { get; set; }

    /// <summary>The last block so far; null when there is none.</summary>
    public Block? Last => Tree.LastChild;

    /// <summary>True where a block that needs a blank line before it may begin.</summary>
    public bool IsAfterBoundary =>
        Pending is not null || Tree.LastChild is null or BlankLineBlock or BlockBoundary { Kind: BlockBoundaryKind.Mark };

    /// <summary>True where such a block may end.</summary>
    public bool IsBeforeBoundary => Source.IsAtEnd || LineRules.EndOfBlankLines(Source.Text, Source.Position) >= 0
        || LineRules.IsBoundaryMark(Source.Text, Source.Position) || LineRules.AttributeList(Source.Text, Source.Position) is not null;

    /// <summary>Parses a text into a container.</summary>
    public void Read(ContainerBlock container, string text)
    {
        State.Budget.Spend(text.Length);
        var saved = Source;
        Source = new TextCursor(text);
        document ??= Source;
        ReadHere(container);
        Source = saved;
    }

    /// <summary>Continues in the same text into a container, up to its end tag or the end of the text.</summary>
    public void ReadHere(ContainerBlock container)
    {
        State.Budget.EnterContainer();
        var (tree, pending) = (Tree, Pending);
        (Tree, Pending, IsEnded) = (container, null, false);
        while (!Source.IsAtEnd && !IsEnded) ReadBlock();
        (Tree, Pending, IsEnded) = (tree, pending, false);
        State.Budget.LeaveContainer();
    }

    /// <summary>Adds a block, with the pending attributes.</summary>
    public T Add<T>(T block)
        where T : Block
    {
        if (block is not BlankLineBlock) State.Budget.AddBlock();
        Claim(block);
        return AddUnclaimed(Tree, block);
    }

    /// <summary>Adds a block that is free or already charged, without the pending attributes.</summary>
    public T AddUnclaimed<T>(ContainerBlock parent, T block)
        where T : Block
    {
        block.Line = State.Budget.Line;
        parent.Add(block);
        return block;
    }

    /// <summary>Gives a block the pending attributes.</summary>
    public void Claim(Block block)
    {
        Pending?.GiveTo(block);
        Pending = null;
    }

    /// <summary>The attributes that the next block will get.</summary>
    public AttributeList Await() => Pending ??= new AttributeList();

    private void ReadBlock()
    {
        if (ReferenceEquals(Source, document)) CountLines();
        foreach (var rule in rules)
        {
            if (rule(this)) return;
        }

        // No rule matches a last line of four spaces without a line end.
        Source.Position = Source.NextLine;
    }

    // Only the document's own text has line numbers; the content of quotes and items is extracted from it.
    private void CountLines()
    {
        State.Budget.Line += document!.Text.AsSpan(linesEnd, document.Position - linesEnd).Count('\n');
        linesEnd = document.Position;
    }
}
