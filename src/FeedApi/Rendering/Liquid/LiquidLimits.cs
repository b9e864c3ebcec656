namespace FeedApi.Rendering.Liquid;

/// <summary>Every limit of Liquid. A template that exceeds one is shown as written, with a problem.</summary>
internal static class LiquidLimits
{
    /// <summary>Maximum steps of one rendering: tags, texts, loop rounds, filters, comparisons; chars and items read or made.</summary>
    /// <remarks>A step takes 20 to 200 ns, so a rendering ends within some tenths of a second.</remarks>
    public const int Steps = 1_000_000;
    /// <summary>Chars copied or searched per step.</summary>
    public const int CharsPerStep = 16;
    /// <summary>Steps per char given to <c>markdownify</c>: Markdown is slow, and hostile Markdown slower.</summary>
    public const int MarkdownStepsPerChar = 16;
    /// <summary>Steps per file whose state is queried, which takes 1 to 3 us.</summary>
    public const int FileSteps = 30;
    /// <summary>Maximum length of a text that a template or anything inside it makes, in chars.</summary>
    public const int TextChars = RenderingLimits.BodyChars;
    /// <summary>Maximum number of items of a list that a filter or a range makes.</summary>
    public const int ListItems = 100_000;
    /// <summary>Maximum nesting of lists and mappings that are written or compared.</summary>
    public const int ValueDepth = 50;
    /// <summary>Maximum number of tags, outputs and texts in one file; each takes 1 to 5 us to parse.</summary>
    public const int Statements = 50_000;
    /// <summary>Maximum nesting of blocks in one file, as in Ruby's Liquid.</summary>
    public const int BlockDepth = 100;
    /// <summary>Maximum number of values, and of filters, in one tag: Fluid evaluates each inside the one before it.</summary>
    public const int Parts = 250;
    /// <summary>Maximum nesting of brackets.</summary>
    public const int Brackets = 16;
    /// <summary>Maximum nesting of blocks and includes while rendering; each takes less than 1 KiB of the stack.</summary>
    public const int RenderDepth = 200;
    /// <summary>Maximum size of an included file, in bytes.</summary>
    public const int IncludeBytes = 256 * 1024;
    /// <summary>Maximum number of parsed included files in the cache.</summary>
    public const int CachedIncludes = 4_096;
    /// <summary>Maximum number of problems reported for one template.</summary>
    public const int Problems = 20;
}
