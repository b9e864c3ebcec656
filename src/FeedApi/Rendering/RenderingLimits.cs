using FeedApi.Kramdown;
using FeedApi.Rendering.Html;
using FeedApi.Rendering.Markdown;

namespace FeedApi.Rendering;

/// <summary>Every limit of rendering. A post that exceeds one is rejected with a problem instead of slowing the publisher down.</summary>
internal static class RenderingLimits
{
    /// <summary>Maximum length of a body, in chars.</summary>
    public const int BodyChars = 1024 * 1024;

    /// <summary>Maximum length of rendered HTML, in chars.</summary>
    public const int HtmlChars = 4 * 1024 * 1024;

    /// <summary>Maximum number of block quotes and lists that one line of Markdown opens.</summary>
    public const int LineContainers = 64;

    /// <summary>Maximum steps for the inlines of one post, as estimated by <see cref="InlineCost"/>.</summary>
    /// <remarks>A step takes 20 to 40 ns.</remarks>
    public const long InlineSteps = 12_000_000;

    /// <summary>Maximum steps for parsing one post as kramdown: about one per char examined.</summary>
    public const long KramdownSteps = 30_000_000;

    /// <summary>The limits for parsing one post as kramdown.</summary>
    public static KramdownLimits Kramdown { get; } = new()
    {
        MaxSteps = KramdownSteps,
        MaxBlocks = HtmlElements,
        MaxContainerDepth = LineContainers,
        MaxElementDepth = HtmlDepth,
    };

    /// <summary>Maximum steps for the blocks of one post: lines times open containers.</summary>
    public const long BlockSteps = 2_000_000;

    /// <summary>Maximum number of lines of Markdown that define a link reference, a footnote or an abbreviation.</summary>
    public const int DefinitionLines = 10_000;

    /// <summary>Maximum steps for building the tree of one post, as estimated by <see cref="HtmlGuard"/>.</summary>
    public const long HtmlSteps = 10_000_000;

    /// <summary>Maximum number of elements in one post; each takes about 5 us.</summary>
    public const int HtmlElements = 40_000;

    /// <summary>Maximum number of attributes of one tag.</summary>
    public const int TagAttributes = 256;

    /// <summary>Maximum nesting of elements; serialising is recursive, and a stack overflow would end the process.</summary>
    public const int HtmlDepth = 256;

    /// <summary>Maximum length of a drawing (SVG) that becomes a picture, in chars.</summary>
    public const int SvgChars = 256 * 1024;

    /// <summary>Maximum length of a summary, in chars.</summary>
    public const int SummaryChars = 280;

    /// <summary>Maximum length of a permalink's path, in chars.</summary>
    public const int PathChars = 1024;
}
