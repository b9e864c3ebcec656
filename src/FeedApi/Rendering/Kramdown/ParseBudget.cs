using FeedApi.Model;

namespace FeedApi.Rendering.Kramdown;

/// <summary>What reading one post may cost. Kramdown's rules search ahead and try again, so every search is charged before it is made.</summary>
internal sealed class ParseBudget
{
    private long steps;
    private int blocks;
    private int containers;
    private int elements;

    /// <summary>Charges steps: about one for each char that is looked at.</summary>
    public void Spend(long count)
    {
        steps += count;
        if (steps > RenderingLimits.KramdownSteps)
            throw new RenderingException(ProblemCodes.RenderBudget, "Too many brackets, quotes, emphasis marks or tags stand open.");
    }

    /// <summary>Charges a vectorised search.</summary>
    public void SpendSearch(int chars) => Spend((chars / 16) + 1);

    /// <summary>Counts a block: each becomes an element, of which there may be only so many.</summary>
    public void AddBlock()
    {
        if (++blocks > RenderingLimits.HtmlElements)
            throw new RenderingException(ProblemCodes.RenderBudget, "There are too many paragraphs, headings, list items, cells and definitions.");
    }

    /// <summary>Goes into a quote, an item or another block with blocks.</summary>
    public void EnterContainer()
    {
        if (++containers > RenderingLimits.LineContainers) throw TooDeep();
    }

    /// <summary>Leaves it.</summary>
    public void LeaveContainer() => containers--;

    /// <summary>Goes into an element of text or HTML.</summary>
    public void EnterElement()
    {
        if (++elements > RenderingLimits.HtmlDepth) throw TooDeep();
    }

    /// <summary>Leaves it.</summary>
    public void LeaveElement() => elements--;

    private static RenderingException TooDeep() => new(ProblemCodes.MarkdownDepth, "The Markdown is nested too deeply.");
}
