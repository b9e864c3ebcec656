using FeedApi.Http.Documents;

namespace FeedApi.Feeds.Digests;

/// <summary>Has digests made anew when a period may have ended: at every quarter of an hour, where hours of any time zone begin.</summary>
internal sealed class DigestClock(DocumentCache cache, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            await Task.Delay(TimeSpan.FromTicks(Quarter.Ticks - (now.Ticks % Quarter.Ticks)), time, stoppingToken);
            cache.MarkStale([SurrogateKeys.Digests]);
        }
    }
}
