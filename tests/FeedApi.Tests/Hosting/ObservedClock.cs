using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace FeedApi.Tests.Hosting;

/// <summary>A clock that stands still until it is moved, and tells for when timers are set.</summary>
/// <remarks>
/// Whoever moves a clock before a timer is set makes the timer late by that much: a test first waits for the timer
/// that it is about to reach.
/// </remarks>
internal sealed class ObservedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<ObservedTimer, DateTimeOffset> timers = new();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ObservedTimer(base.CreateTimer(callback, state, dueTime, period), this);
        Note(timer, dueTime);
        return timer;
    }

    /// <summary>Waits until a timer is set for an instant.</summary>
    public Task UntilTimerAsync(DateTimeOffset dueAt) =>
        TestSite.UntilAsync(
            () => Task.FromResult(timers.Values.Contains(dueAt)), FormattableString.Invariant($"a timer is set for {dueAt:O}"));

    private void Note(ObservedTimer timer, TimeSpan dueTime)
    {
        if (dueTime >= TimeSpan.Zero && dueTime < TimeSpan.FromDays(10_000)) timers[timer] = GetUtcNow() + dueTime;
        else timers.TryRemove(timer, out _);
    }

    private sealed class ObservedTimer(ITimer timer, ObservedClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Note(this, dueTime);
            return timer.Change(dueTime, period);
        }

        public void Dispose()
        {
            clock.timers.TryRemove(this, out _);
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.timers.TryRemove(this, out _);
            return timer.DisposeAsync();
        }
    }
}
