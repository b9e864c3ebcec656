namespace FeedApi.Reliability.Attack;

/// <summary>What an attack may do at most.</summary>
/// <param name="Milliseconds">To the 99th percentile of the times of good clients.</param>
/// <param name="Megabytes">To the memory of the server, beyond what it had before.</param>
internal sealed record AttackLimits(double Milliseconds, double Megabytes)
{
    /// <summary>For a machine that does nothing else.</summary>
    public static AttackLimits Default { get; } = new(Milliseconds: 250, Megabytes: 200);
}
