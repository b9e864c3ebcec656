namespace FeedApi.Model.Dates;

/// <summary>Adds what a clock on the wall cannot tell: how much time has passed.</summary>
internal static class TimeProviderExtensions
{
    /// <summary>
    /// The time since some moment before the start of the process. It never jumps, whatever happens to the clock, so deadlines are
    /// measured by it.
    /// </summary>
    public static TimeSpan GetUptime(this TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var (seconds, rest) = Math.DivRem(time.GetTimestamp(), time.TimestampFrequency);
        return TimeSpan.FromTicks((seconds * TimeSpan.TicksPerSecond) + (rest * TimeSpan.TicksPerSecond / time.TimestampFrequency));
    }
}
