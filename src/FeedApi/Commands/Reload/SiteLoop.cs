using FeedApi.Catalog;
using FeedApi.Publishing;
using FeedApi.Site;

namespace FeedApi.Commands.Reload;

/// <summary>Publishes the site under the settings in effect, and puts others into effect when they have changed.</summary>
/// <remarks>
/// A damaged index is mended in the same way: the publisher ends, and the next one, under the settings in effect, fills another index.
/// </remarks>
internal sealed class SiteLoop(
    SiteSwitch site,
    SiteWatch watch,
    IArticleWriter writer,
    IIndexDamage damage,
    IHostApplicationLifetime lifetime,
    ILogger<SiteLoop> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await UntilListeningAsync(stoppingToken);
        while (await PublishUntilChangedAsync(stoppingToken) is { } next)
        {
            if (ReferenceEquals(next, site.Site)) await RebuildAsync(stoppingToken);
            else if (next.Fingerprint != site.Site.Fingerprint) await NoteAsync(stoppingToken);
            TryTakeOver(next);
        }
    }

    // What is indexed is served before the folder is compared with it, and no scan begins when the address is taken.
    private async Task UntilListeningAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(() => listening.TrySetResult());
        await listening.Task.WaitAsync(stoppingToken);
    }

    // Nothing that settings say may end the server.
    private void TryTakeOver(SiteConfig next)
    {
        try
        {
            site.TakeOver(next);
        }
        catch (Exception failure)
        {
            watch.Refuse(failure);
        }
    }

    // There is one publisher at a time: the former has ended when the next begins.
    private async Task<SiteConfig?> PublishUntilChangedAsync(CancellationToken stoppingToken)
    {
        using var change = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var publishing = site.Current.Get<Publisher>().RunAsync(change.Token);
        var waiting = watch.WaitForOtherAsync(site.Site, change.Token);
        await Task.WhenAny(publishing, waiting, damage.WaitForRebuildAsync(change.Token));
        await change.CancelAsync();
        await publishing;
        try
        {
            return await waiting;
        }
        catch (OperationCanceledException)
        {
            return stoppingToken.IsCancellationRequested ? null : site.Site;
        }
    }

    private async Task RebuildAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writer.BeginRebuildAsync(cancellationToken);
        }
        catch (CatalogException failure)
        {
            logger.LogError(failure, "The damaged index stays in use for now");
            damage.PostponeRebuild();
        }
    }

    // Before documents show the settings: their dates must not be those of documents under the former.
    private async Task NoteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writer.BeginRereadAsync(cancellationToken);
        }
        catch (CatalogException failure)
        {
            // The publisher tries again until the index can be written.
            logger.LogWarning(failure, "The index cannot be written; the settings are put into effect all the same");
        }
    }
}
