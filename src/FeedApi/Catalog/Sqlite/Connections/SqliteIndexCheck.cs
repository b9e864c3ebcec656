namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>Checks an index that is too large to be checked before it is opened, once, some minutes after the start.</summary>
/// <remarks>SQLite survives a kill; the check is for corruption by a disk or a failed copy.</remarks>
internal sealed class SqliteIndexCheck(SqliteArticleStore store, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (store.IsChecked) return;
        await Task.Delay(AfterStart, time, stoppingToken);
        await Task.Run(() => store.Check(stoppingToken), stoppingToken);
    }
}
