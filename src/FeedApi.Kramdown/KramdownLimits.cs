namespace FeedApi.Kramdown;

/// <summary>What reading one document may cost, so that no text takes long or nests without end.</summary>
/// <remarks>Beyond a limit <see cref="KramdownLimitException"/> is thrown.</remarks>
public sealed record KramdownLimits
{
    /// <summary>Limits that no text written by hand comes near.</summary>
    public static KramdownLimits Default { get; } = new();

    /// <summary>Most steps: about one for each character that is looked at. Default: 30,000,000.</summary>
    /// <remarks>kramdown's rules search ahead and try again; every search counts. Ordinary text takes under ten a character.</remarks>
    public long MaxSteps { get; init; } = 30_000_000;

    /// <summary>Most blocks: paragraphs, headings, items, rows, cells, definitions, HTML elements. Default: 40,000.</summary>
    public int MaxBlocks { get; init; } = 40_000;

    /// <summary>Deepest nesting of quotes, list items and other blocks with blocks in them. Default: 64.</summary>
    public int MaxContainerDepth { get; init; } = 64;

    /// <summary>Deepest nesting of emphasis, links and HTML elements. Default: 256.</summary>
    /// <remarks>Reading is recursive: a much higher limit risks the stack.</remarks>
    public int MaxElementDepth { get; init; } = 256;
}
