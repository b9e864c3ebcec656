namespace FeedApi.Reliability.Soak;

/// <summary>What may grow in the second half of a soak. In a short one everything still does.</summary>
/// <param name="Megabytes">Of the live heap, beyond what cached documents explain. The articles themselves are on disk.</param>
/// <param name="Handles">Open descriptors.</param>
internal sealed record SoakLimits(double Megabytes, int Handles)
{
    /// <summary>For an hour.</summary>
    public static SoakLimits Default { get; } = new(Megabytes: 5, Handles: 10);
}
