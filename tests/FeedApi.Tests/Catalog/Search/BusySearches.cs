using FeedApi.Catalog;
using FeedApi.Catalog.Sqlite;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Catalog.Search;

/// <summary>A search that does not end before it is told to, and others that wait for it.</summary>
internal sealed class BusySearches : IAsyncDisposable
{
    private readonly ManualResetEventSlim mayEnd = new();
    private readonly TaskCompletionSource runs = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> reads = [];

    private BusySearches()
    {
    }

    /// <summary>Starts them, and waits until one runs and the others wait.</summary>
    public static async Task<BusySearches> StartAsync(TestSite site, int waiting)
    {
        var searches = new BusySearches();
        var store = site.Part<SqliteArticleStore>();
        searches.reads.Add(store.ReadAsync(ReadCost.Expensive, searches.BlockAsync, CancellationToken.None).AsTask());
        await searches.runs.Task;
        for (var i = 0; i < waiting; i++)
            searches.reads.Add(store.ReadAsync(ReadCost.Expensive, _ => ValueTask.FromResult(0), CancellationToken.None).AsTask());
        return searches;
    }

    /// <summary>Waits until so many searches wait.</summary>
    public static Task UntilWaitingAsync(TestSite site, int count) => TestSite.UntilAsync(
        () => Task.FromResult(site.Part<SqliteArticleStore>().WaitingSearches == count), $"{count} searches wait");

    /// <summary>Lets them end.</summary>
    public async Task EndAsync()
    {
        mayEnd.Set();
        await Task.WhenAll(reads);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        mayEnd.Dispose();
    }

    private ValueTask<int> BlockAsync(IArticleSnapshot snapshot)
    {
        runs.SetResult();
        mayEnd.Wait(TestContext.Current.CancellationToken);
        return ValueTask.FromResult(0);
    }
}
