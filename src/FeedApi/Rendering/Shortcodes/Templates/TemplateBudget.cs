namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>What the templates of one body may spend; beyond it they are left out.</summary>
/// <remarks>Counted, not timed, so that a post reads the same on every machine.</remarks>
internal sealed class TemplateBudget
{
    /// <summary>Maximum number of steps: nodes executed, and commands and arguments evaluated.</summary>
    public const int MaxSteps = 200_000;

    /// <summary>Maximum number of chars that are written, and that functions and Markdown read and make.</summary>
    public const int MaxChars = 4_000_000;

    /// <summary>Maximum number of texts rendered as Markdown.</summary>
    public const int MaxMarkdown = 500;

    private int steps;
    private long chars;
    private int markdown;

    /// <summary>Counts one step.</summary>
    public void Step()
    {
        if (++steps > MaxSteps) throw new TemplateException("needs too many steps");
    }

    /// <summary>Counts chars that are about to be made.</summary>
    public void Spend(long count)
    {
        chars += count;
        if (chars > MaxChars) throw new TemplateException("writes too much");
    }

    /// <summary>Counts a text that is about to be rendered as Markdown.</summary>
    public void SpendMarkdown(int length)
    {
        Spend(length);
        if (++markdown > MaxMarkdown) throw new TemplateException("renders too many texts as Markdown");
    }
}
