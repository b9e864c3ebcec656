namespace FeedApi.Rendering.Html.Plain;

/// <summary>The elements that are open, and what a parser would let stand in them without moving anything.</summary>
internal sealed class OpenElements
{
    // Deeper ones are rare, and HtmlGuard's limits depend on the depth.
    private const int MaxDepth = 32;

    private readonly PlainElement?[] elements = new PlainElement?[MaxDepth];
    private readonly bool[] canSummarise = new bool[MaxDepth];
    private int depth;
    private int marks;
    private int paragraph = -1;
    private int headings;
    private int preformatted;

    /// <summary>The innermost element; null when none is open.</summary>
    public PlainElement? Top => depth == 0 ? null : elements[depth - 1];

    /// <summary>True when text of the innermost element may be a summary.</summary>
    public bool CanSummarise => depth == 0 || canSummarise[depth - 1];

    /// <summary>True when the innermost element is a paragraph.</summary>
    public bool IsInParagraph => paragraph >= 0 && paragraph == depth - 1;

    /// <summary>True inside of preformatted text.</summary>
    public bool IsPreformatted => preformatted > 0;

    /// <summary>True when a paragraph is open, which the next block ends.</summary>
    public bool HasParagraph => paragraph >= 0;

    /// <summary>True when an element may stand here; a paragraph that it ends is the innermost element.</summary>
    public bool Admits(PlainElement element)
    {
        if (depth >= MaxDepth || (marks & element.Mark) != 0 || !IsItsPlace(element)) return false;
        return element.IsInline
            || (preformatted == 0 && (paragraph < 0 || IsInParagraph) && (element.Kind != PlainKind.Heading || headings == 0));
    }

    /// <summary>Opens an element, which is admitted.</summary>
    public void Push(PlainElement element)
    {
        var inside = CanSummarise && element.CanSummarise;
        if (element.Kind == PlainKind.Paragraph) paragraph = depth;
        Count(element, 1);
        marks |= element.Mark;
        canSummarise[depth] = inside;
        elements[depth++] = element;
    }

    /// <summary>Closes the innermost element.</summary>
    public void Pop()
    {
        var element = elements[--depth]!;
        if (element.Kind == PlainKind.Paragraph) paragraph = -1;
        Count(element, -1);
        marks &= ~element.Mark;
    }

    private void Count(PlainElement element, int by)
    {
        if (element.Kind == PlainKind.Heading) headings += by;
        else if (element.Kind == PlainKind.Preformatted) preformatted += by;
    }

    private bool IsItsPlace(PlainElement element) => (Top?.Kind, element.Kind) switch
    {
        (PlainKind.List, var kind) => kind == PlainKind.Item,
        (PlainKind.Definitions, var kind) => kind == PlainKind.Definition,
        (PlainKind.Table, var kind) => kind == PlainKind.RowGroup,
        (PlainKind.RowGroup, var kind) => kind == PlainKind.Row,
        (PlainKind.Row, var kind) => kind == PlainKind.Cell,
        (_, var kind) => kind is not (PlainKind.Item or PlainKind.Definition or PlainKind.RowGroup or PlainKind.Row or PlainKind.Cell),
    };
}
