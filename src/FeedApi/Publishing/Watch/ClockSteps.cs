using FeedApi.Model.Dates;

namespace FeedApi.Publishing.Watch;

/// <summary>Notices that the clock was set: that it moved otherwise than time passed.</summary>
/// <remarks>Slow corrections add up until they count as a step too.</remarks>
internal sealed class ClockSteps(TimeProvider time)
{
    // What appears or expires does so at a full second.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private TimeSpan reference = OffsetOf(time);

    /// <summary>How far the clock was set since the last call that returned a step; null when it was not.</summary>
    public TimeSpan? Take()
    {
        var offset = OffsetOf(time);
        var step = offset - reference;
        if (step.Duration() < Tolerance) return null;
        reference = offset;
        return step;
    }

    private static TimeSpan OffsetOf(TimeProvider time) => time.GetUtcNow() - DateTimeOffset.UnixEpoch - time.GetUptime();
}
