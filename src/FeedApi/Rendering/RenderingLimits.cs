using FeedApi.Kramdown;
using FeedApi.Rendering.Html;
using FeedApi.Rendering.Markdown;

namespace FeedApi.Rendering;

/// <summary>Every limit of rendering. A post beyond one of them is refused with a problem instead of slowing the publisher down.</summary>
internal static class RenderingLimits
{
    /// <summary>Largest body, in chars.</summary>
    public const int BodyChars = 1024 * 1024;

    /// <summary>Longest rendered HTML, in chars.</summary>
    public const int HtmlChars = 4 * 1024 * 1024;

    /// <summary>Most block quotes and lists that one line of Markdown may open.</summary>
    public const int LineContainers = 64;

    /// <summary>Most steps, as <see cref="InlineCost"/> estimates them, that the inlines of one post may take.</summary>
    /// <remarks>A step takes 20 to 40 ns.</remarks>
    public const long InlineSteps = 12_000_000;

    /// <summary>Most steps that reading one post by kramdown's rules may take: about one for each char that is looked at.</summary>
    public const long KramdownSteps = 30_000_000;

    /// <summary>What reading one post by kramdown's rules may cost.</summary>
    public static KramdownLimits Kramdown { get; } = new()
    {
        MaxSteps = KramdownSteps,
        MaxBlocks = HtmlElements,
        MaxContainerDepth = LineContainers,
        MaxElementDepth = HtmlDepth,
    };

    /// <summary>Most steps that the blocks of one post may take: lines times open containers.</summary>
    public const long BlockSteps = 2_000_000;

    /// <summary>Most lines of Markdown that may define a link reference, a footnote or an abbreviation.</summary>
    public const int DefinitionLines = 10_000;

    /// <summary>Most steps, as <see cref="HtmlGuard"/> estimates them, that building the tree of one post may take.</summary>
    public const long HtmlSteps = 10_000_000;

    /// <summary>Most elements in one post; each takes about 5 us.</summary>
    public const int HtmlElements = 40_000;

    /// <summary>Most attributes of one tag.</summary>
    public const int TagAttributes = 256;

    /// <summary>Deepest nesting of elements; serialising is recursive and a stack overflow would end the process.</summary>
    public const int HtmlDepth = 256;

    /// <summary>Longest summary, in chars.</summary>
    public const int SummaryChars = 280;

    /// <summary>Longest path of a permalink, in chars.</summary>
    public const int PathChars = 1024;
}
