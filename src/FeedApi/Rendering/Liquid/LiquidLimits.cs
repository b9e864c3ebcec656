namespace FeedApi.Rendering.Liquid;

/// <summary>Every limit of Liquid. A template beyond one of them is shown as written, with a problem.</summary>
public static class LiquidLimits
{
    /// <summary>Most steps of one rendering: nodes, rounds of loops, filters, and the chars that they read or write.</summary>
    /// <remarks>A step takes 20 to 100 ns: two loops of a million rounds inside each other end after 0.1 s.</remarks>
    public const long Steps = 1_000_000;

    /// <summary>Chars that count for a step, when they are copied or searched.</summary>
    public const int CharsPerStep = 16;

    /// <summary>Steps that each char counts for when it is looked at by itself.</summary>
    public const int SlowStepsPerChar = 1;

    /// <summary>Most comparisons of one condition, and filters of one output.</summary>
    public const int Parts = 1_000;

    /// <summary>Longest text that a template, or anything inside it, may make, in chars.</summary>
    public const int TextChars = RenderingLimits.BodyChars;

    /// <summary>Most items of a list that a filter makes.</summary>
    public const int ListItems = 100_000;

    /// <summary>Longest tag, in chars.</summary>
    public const int TagChars = 64 * 1024;

    /// <summary>Most tags and outputs of one file; each takes 1 to 5 us to parse.</summary>
    public const int Tags = 50_000;

    /// <summary>Most blocks inside each other in one file.</summary>
    /// <remarks>As in Ruby's Liquid.</remarks>
    public const int BlockDepth = 100;

    /// <summary>Most blocks and includes inside each other while rendering; each takes less than 1 KiB of the stack.</summary>
    public const int RenderDepth = 200;

    /// <summary>Deepest nesting of lists and mappings that is written or compared.</summary>
    public const int ValueDepth = 50;

    /// <summary>Largest included file, in bytes.</summary>
    public const int IncludeBytes = 256 * 1024;

    /// <summary>Steps that one look at a file counts for; it takes 1 to 3 us.</summary>
    public const int FileSteps = 30;

    /// <summary>Steps that each char given to <c>markdownify</c> counts for: Markdown is slow, and hostile Markdown slower.</summary>
    public const int MarkdownStepsPerChar = 16;

    /// <summary>Most includes, and most addresses of other files, that are kept in memory.</summary>
    public const int CachedFiles = 4_096;

    /// <summary>Most problems of one template that are told.</summary>
    public const int Problems = 20;
}
