using FeedApi.Http.Hosting.Health;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Http.Hosting.Health;

public sealed class DegradationsTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly LogLines log = new();
    private readonly LoggerFactory loggers;
    private readonly Degradations degradations;

    public DegradationsTests()
    {
        loggers = new LoggerFactory([log]);
        degradations = new Degradations(time, loggers.CreateLogger<Degradations>());
    }

    [Fact]
    public void Reasons_last_until_their_end_is_reported()
    {
        degradations.Report("disk-full", "The disk is full.");
        time.Advance(TimeSpan.FromSeconds(3));
        degradations.Report("watch-lost", "No watch.");
        degradations.Report("disk-full", "The disk is still full.");

        Assert.Equal(["disk-full", "watch-lost"], degradations.Current.Select(each => each.Code));
        Assert.Equal("The disk is still full.", degradations.Current[0].Detail);
        Assert.Equal(TimeSpan.FromSeconds(3), degradations.Current[1].Since - degradations.Current[0].Since);

        degradations.End("disk-full");
        degradations.End("never-reported");

        Assert.Equal("watch-lost", Assert.Single(degradations.Current).Code);
        Assert.Equal(1, log.CountOf(HealthEvents.Recovered));
    }

    [Fact]
    public void A_reason_that_lasts_is_logged_once_and_then_at_growing_intervals()
    {
        for (var second = 0; second < 20; second++)
        {
            degradations.Report("disk-full", $"The disk is full: {second}.");
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, log.CountOf(HealthEvents.Degraded));
        // After 1, 3, 7, 15, 31 and 63 minutes.
        for (var minute = 0; minute < 70; minute++) time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(7, log.CountOf(HealthEvents.Degraded));

        degradations.End("disk-full");
        for (var minute = 0; minute < 200; minute++) time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(7, log.CountOf(HealthEvents.Degraded));
    }

    public void Dispose()
    {
        degradations.Dispose();
        loggers.Dispose();
        log.Dispose();
    }
}
