namespace FeedApi.Rendering.Liquid;

/// <summary>Every limit of Liquid. A template beyond one of them is shown as written, with a problem.</summary>
internal static class LiquidLimits
{
    /// <summary>Steps of one rendering: tags, texts, rounds of loops, filters, comparisons; chars and items read or written.</summary>
    /// <remarks>A step takes 20 to 200 ns: whatever a template asks for ends within some tenths of a second.</remarks>
    public const int Steps = 1_000_000;
    /// <summary>Chars that count for a step when they are copied or searched.</summary>
    public const int CharsPerStep = 16;
    /// <summary>Steps that each char given to <c>markdownify</c> counts for: Markdown is slow, and hostile Markdown slower.</summary>
    public const int MarkdownStepsPerChar = 16;
    /// <summary>Steps that one state of a file counts for; asking for it takes 1 to 3 us.</summary>
    public const int FileSteps = 30;
    /// <summary>Longest text that a template, or anything inside it, may make, in chars.</summary>
    public const int TextChars = RenderingLimits.BodyChars;
    /// <summary>Most items of a list that a filter or a range makes.</summary>
    public const int ListItems = 100_000;
    /// <summary>Deepest nesting of lists and mappings that is written or compared.</summary>
    public const int ValueDepth = 50;
    /// <summary>Most tags, outputs and texts of one file; each takes 1 to 5 us to parse.</summary>
    public const int Statements = 50_000;
    /// <summary>Most blocks inside each other in one file, as in Ruby's Liquid.</summary>
    public const int BlockDepth = 100;
    /// <summary>Most values, and most filters, of one tag: Fluid evaluates each inside the one before it.</summary>
    public const int Parts = 250;
    /// <summary>Most brackets inside each other.</summary>
    public const int Brackets = 16;
    /// <summary>Most blocks and includes inside each other while rendering; each takes less than 1 KiB of the stack.</summary>
    public const int RenderDepth = 200;
    /// <summary>Largest included file, in bytes.</summary>
    public const int IncludeBytes = 256 * 1024;
    /// <summary>Most included files that are kept parsed.</summary>
    public const int CachedIncludes = 4_096;
    /// <summary>Most problems that are reported of one template.</summary>
    public const int Problems = 20;
}
