using FeedApi.Model.Dates;
using FeedApi.Publishing;
using FeedApi.Publishing.Scan;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Publishing.Scan;

public sealed class ScanScheduleTests
{
    private static readonly PublishOptions Pace = new() { PollEvery = TimeSpan.FromSeconds(2), RescanEvery = TimeSpan.FromSeconds(60) };

    private readonly FakeTimeProvider clock = new();
    private readonly ScanSchedule schedule;

    public ScanScheduleTests() => schedule = new ScanSchedule(Pace, clock);

    [Theory]
    [InlineData(0, false, 60)]
    [InlineData(0, true, 2)]
    [InlineData(10, false, 60)]
    [InlineData(100, false, 400)]
    [InlineData(10, true, 40)]
    public void Scans_that_take_long_are_further_apart(int scanSeconds, bool isPolling, int expectedSeconds)
    {
        Scan(scanSeconds, isPolling);

        Assert.Equal(clock.GetUptime() + TimeSpan.FromSeconds(expectedSeconds), schedule.DueAt);
    }

    [Fact]
    public void A_request_makes_a_scan_due_at_once()
    {
        Scan(0);
        Assert.False(schedule.IsRescanRequested);

        schedule.RequestRescan();

        Assert.Equal(clock.GetUptime(), schedule.DueAt);
        Assert.True(schedule.IsRescanRequested);
    }

    [Fact]
    public void A_request_is_answered_when_the_scan_that_began_after_it_ends()
    {
        schedule.RequestRescan();
        schedule.BeginScan();
        Assert.True(schedule.IsRescanRequested);

        schedule.EndScan();
        Assert.False(schedule.IsRescanRequested);
    }

    [Fact]
    public void A_request_during_a_scan_needs_another_one()
    {
        schedule.BeginScan();
        schedule.RequestRescan();
        schedule.PlanNext(schedule.EndScan(), isPolling: false);

        Assert.True(schedule.IsRescanRequested);
        Assert.Equal(clock.GetUptime(), schedule.DueAt);
    }

    [Fact]
    public void The_next_scan_is_brought_forward_and_never_put_off()
    {
        Scan(0);
        schedule.RescanWithin(TimeSpan.FromSeconds(5));
        schedule.RescanWithin(TimeSpan.FromSeconds(10));

        Assert.Equal(clock.GetUptime() + TimeSpan.FromSeconds(5), schedule.DueAt);
    }

    private void Scan(int seconds, bool isPolling = false)
    {
        schedule.BeginScan();
        clock.Advance(TimeSpan.FromSeconds(seconds));
        schedule.PlanNext(schedule.EndScan(), isPolling);
    }
}
