using System.Globalization;

namespace FeedApi.Benchmarks.Builds;

/// <summary>What a figure of the new build is held against.</summary>
internal enum TargetKind
{
    /// <summary>At most so much of the old build's.</summary>
    OfOld,

    /// <summary>At most so much of Hugo's.</summary>
    OfHugo,

    /// <summary>At most so much.</summary>
    AtMost,

    /// <summary>At least so much.</summary>
    AtLeast,
}

/// <summary>What a figure is to reach.</summary>
/// <param name="Kind">What it is held against.</param>
/// <param name="Limit">The ratio, or the value in the unit of the figure.</param>
/// <param name="FromPosts">The target is of sites that have so many posts.</param>
internal sealed record Target(TargetKind Kind, double Limit, int FromPosts = 0)
{
    /// <summary>True when a figure reaches it.</summary>
    public bool IsReached(double value) => Kind == TargetKind.AtLeast ? value >= Limit : value <= Limit;

    /// <inheritdoc/>
    public override string ToString()
    {
        var limit = Limit.ToString("0.##", CultureInfo.InvariantCulture);
        return Kind switch
        {
            TargetKind.OfOld => $"≤ {limit} of old",
            TargetKind.OfHugo => $"≤ {limit} of Hugo",
            TargetKind.AtMost => $"≤ {limit}",
            _ => $"≥ {limit}",
        };
    }
}
