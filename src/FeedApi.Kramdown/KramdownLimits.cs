namespace FeedApi.Kramdown;

/// <summary>Limits for parsing one document, which bound its time and nesting.</summary>
/// <remarks>When one is exceeded, <see cref="KramdownLimitException"/> is thrown.</remarks>
public sealed record KramdownLimits
{
    /// <summary>Limits far above any text written by hand.</summary>
    public static KramdownLimits Default { get; } = new();

    /// <summary>Maximum number of steps, about one per character examined. Default: 30,000,000.</summary>
    /// <remarks>
    /// kramdown's rules search ahead and backtrack; every search is counted. Ordinary text takes fewer than ten steps per character.
    /// </remarks>
    public long MaxSteps { get; init; } = 30_000_000;

    /// <summary>Maximum number of blocks: paragraphs, headings, items, rows, cells, definitions, HTML elements. Default: 40,000.</summary>
    public int MaxBlocks { get; init; } = 40_000;

    /// <summary>Maximum nesting of quotes, list items and other container blocks. Default: 64.</summary>
    public int MaxContainerDepth { get; init; } = 64;

    /// <summary>Maximum nesting of emphasis, links and HTML elements. Default: 256.</summary>
    /// <remarks>Parsing is recursive: a much higher limit risks a stack overflow.</remarks>
    public int MaxElementDepth { get; init; } = 256;
}
