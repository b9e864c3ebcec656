namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>Reads through an index that is too large to be checked before it is opened, once, when the start is over.</summary>
/// <remarks>SQLite survives being killed; what is looked for is a disk or a copy that went wrong.</remarks>
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
