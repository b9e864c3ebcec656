namespace FeedApi.Kramdown;

/// <summary>A document costs more than its <see cref="KramdownLimits"/> allow, and is not read any further.</summary>
public sealed class KramdownLimitException : Exception
{
    internal KramdownLimitException(KramdownLimit limit, int line, string message)
        : base(message)
    {
        Limit = limit;
        Line = line;
    }

    /// <summary>Which limit it was.</summary>
    public KramdownLimit Limit { get; }

    /// <summary>The line, counted from 0, on which the outermost block begins that was being read.</summary>
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
