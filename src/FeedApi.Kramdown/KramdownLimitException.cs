namespace FeedApi.Kramdown;

/// <summary>A document exceeds its <see cref="KramdownLimits"/>; parsing stops.</summary>
public sealed class KramdownLimitException : Exception
{
    internal KramdownLimitException(KramdownLimit limit, int line, string message)
        : base(message)
    {
        Limit = limit;
        Line = line;
    }

    /// <summary>The limit that was exceeded.</summary>
    public KramdownLimit Limit { get; }

    /// <summary>The 0-based line on which the outermost block that was being parsed begins.</summary>
    public int Line { get; }
}

/// <summary>The kinds of limits in <see cref="KramdownLimits"/>.</summary>
public enum KramdownLimit
{
    /// <summary><see cref="KramdownLimits.MaxSteps"/>.</summary>
    Steps,

    /// <summary><see cref="KramdownLimits.MaxBlocks"/>.</summary>
    Blocks,

    /// <summary><see cref="KramdownLimits.MaxContainerDepth"/> or <see cref="KramdownLimits.MaxElementDepth"/>.</summary>
    Nesting,
}
