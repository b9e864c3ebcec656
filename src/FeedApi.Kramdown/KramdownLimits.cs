namespace FeedApi.Kramdown;

/// <summary>What reading one document may cost, so that no text takes long or nests without end. Beyond a limit <see cref="KramdownLimitException"/> is thrown.</summary>
public sealed record KramdownLimits
{
    /// <summary>Limits that no text written by hand comes near.</summary>
    public static KramdownLimits Default { get; } = new();

    /// <summary>Most steps. A step is about one character that is looked at; kramdown's rules search ahead and try again, and every search counts. Default: 30,000,000.</summary>
    public long MaxSteps { get; init; } = 30_000_000;

    /// <summary>Most blocks: paragraphs, headings, items, rows, cells, definitions, HTML elements. Default: 40,000.</summary>
    public int MaxBlocks { get; init; } = 40_000;

    /// <summary>Deepest nesting of quotes, list items and other blocks with blocks in them. Default: 64.</summary>
    public int MaxContainerDepth { get; init; } = 64;

    /// <summary>Deepest nesting of emphasis, links and HTML elements. Reading is recursive: a much higher limit risks the stack. Default: 256.</summary>
    public int MaxElementDepth { get; init; } = 256;
}
