namespace FeedApi.Kramdown.Parsing;

/// <summary>The cost of parsing one document.</summary>
/// <remarks>Kramdown's rules search ahead and backtrack, so every search is charged before it is made.</remarks>
internal sealed class ParseBudget(KramdownLimits limits)
{
    private int containers;
    private int elements;

    /// <summary>Steps so far, about one per character examined.</summary>
    public long Steps { get; private set; }

    /// <summary>Blocks so far.</summary>
    public int Blocks { get; private set; }

    /// <summary>The 0-based line on which the outermost block that is being parsed begins.</summary>
    public int Line { get; set; }

    /// <summary>Charges steps.</summary>
    /// <exception cref="KramdownLimitException">There were too many.</exception>
    public void Spend(long count)
    {
        Steps += count;
        if (Steps > limits.MaxSteps) throw Refuse(KramdownLimit.Steps, "Too many brackets, quotes, emphasis marks or tags are unclosed.");
    }

    /// <summary>Charges a vectorised search.</summary>
    public void SpendSearch(int characters) => Spend((characters / 16) + 1);

    /// <summary>Counts a block.</summary>
    /// <exception cref="KramdownLimitException">There were too many.</exception>
    public void AddBlock()
    {
        if (++Blocks <= limits.MaxBlocks) return;
        throw Refuse(KramdownLimit.Blocks, "There are too many paragraphs, headings, list items, cells and definitions.");
    }

    /// <summary>Enters a quote, an item or another container block.</summary>
    /// <exception cref="KramdownLimitException">It is nested too deeply.</exception>
    public void EnterContainer()
    {
        if (++containers > limits.MaxContainerDepth) throw TooDeep();
    }

    /// <summary>Leaves it.</summary>
    public void LeaveContainer() => containers--;

    /// <summary>Enters an inline or HTML element.</summary>
    /// <exception cref="KramdownLimitException">It is nested too deeply.</exception>
    public void EnterElement()
    {
        if (++elements > limits.MaxElementDepth) throw TooDeep();
    }

    /// <summary>Leaves it.</summary>
    public void LeaveElement() => elements--;

    private KramdownLimitException TooDeep() => Refuse(KramdownLimit.Nesting, "The Markdown is nested too deeply.");

    private KramdownLimitException Refuse(KramdownLimit limit, string message) => new(limit, Line, message);
}
