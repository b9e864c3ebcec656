using FeedApi.Model;

namespace FeedApi.Benchmarks.Words;

/// <summary>The problems that tell an author that something of the post is not shown.</summary>
internal static class LossCodes
{
    /// <summary>Their codes.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        ProblemCodes.RawHtml,
        ProblemCodes.UnusedFootnote,
        ProblemCodes.Shortcode,
        ProblemCodes.LiquidSyntax,
        ProblemCodes.LiquidBudget,
        ProblemCodes.LiquidTag,
        ProblemCodes.LiquidFilter,
        ProblemCodes.LiquidError,
        ProblemCodes.LiquidInclude,
        ProblemCodes.LiquidTarget,
        ProblemCodes.ForbiddenCharacters,
        ProblemCodes.Encoding,
        ProblemCodes.UnusedFootnote,
        ProblemCodes.EmbeddedContent,
        ProblemCodes.FormControl,
        ProblemCodes.InlineSvg,
        ProblemCodes.InlineMath,
        ProblemCodes.DataImage,
        ProblemCodes.ImageAddress,
        ProblemCodes.ImageMap,
    };
}
