namespace FeedApi.Tests.Hosting;

/// <summary>The clock of the system, which can be set: time passes as ever, and timers keep it.</summary>
public sealed class SteppedClock : TimeProvider
{
    private long offsetTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Sets the clock so far ahead of the system's, or behind it.</summary>
    public void Set(TimeSpan offset) => Interlocked.Exchange(ref offsetTicks, offset.Ticks);
}
