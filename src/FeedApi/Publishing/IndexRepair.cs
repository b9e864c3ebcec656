using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;

namespace FeedApi.Publishing;

/// <summary>
/// Has the files of articles that cannot be read from the index read again, and reports for as long as something of the index is damaged or
/// of a former version.
/// </summary>
internal sealed class IndexRepair(IIndexDamage damage, CurrentGeneration site, Degradations degradations) : BackgroundService
{
    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        damage.Changed += Report;
        Report();
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        damage.Changed -= Report;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not waited for: the publisher may be about to end, and the next one scans everything.
        await foreach (var source in damage.Unreadable.ReadAllAsync(stoppingToken))
            _ = site.Value.Get<ContentWatcher>().RequestAsync(source);
    }

    private void Report()
    {
        if (damage.IsOutdated)
        {
            degradations.Report(
                DegradationCodes.IndexOutdated,
                "The index of a former version is served while that of this version is made; new posts appear when it is complete.");
        }
        else
        {
            degradations.End(DegradationCodes.IndexOutdated);
        }

        if (damage.Fault is { } fault)
        {
            degradations.Report(
                DegradationCodes.IndexDamaged, $"The index is damaged ({fault}); what cannot be read is taken from the posts again.");
        }
        else
        {
            degradations.End(DegradationCodes.IndexDamaged);
        }
    }
}
