using System.Collections.Concurrent;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// Runs expensive reads, such as searches, on few threads of their own with a lower priority, each with a connection of its own, so that
/// cheap reads never wait for them. What cannot be run soon is refused.
/// </summary>
/// <remarks>
/// A read waits behind a bounded number of others, and only while these take a bounded amount of work: processor time, which does not
/// pass faster on a busy machine, and some times as much on the clock. A read that is alone is never refused.
/// </remarks>
internal sealed class SqliteExpensiveReads : IAsyncDisposable
{
    // On a busy machine work takes longer. After some seconds people go on, and programs give up.
    private const int WaitFactor = 5;

    private readonly SqliteReaderPool connections;
    private readonly BlockingCollection<ExpensiveRead> waiting;
    private readonly Thread[] workers;
    private readonly ThreadClock clock;
    private readonly TimeProvider time;
    private readonly TimeSpan maxWait;
    private long doneTicks;

    /// <summary>Opens the connections and starts the threads.</summary>
    /// <param name="file">The index.</param>
    /// <param name="options">How many run and wait at a time, and how long they wait.</param>
    /// <param name="clock">Measures the work.</param>
    /// <param name="time">The clock.</param>
    public SqliteExpensiveReads(SqliteIndexFile file, SearchOptions options, ThreadClock clock, TimeProvider time)
    {
        (this.clock, this.time) = (clock, time);
        maxWait = TimeSpan.FromMilliseconds(options.WaitMilliseconds);
        connections = new SqliteReaderPool(file, options.Threads);
        waiting = new BlockingCollection<ExpensiveRead>(options.MaxWaiting);
        workers = [.. Enumerable.Range(0, options.Threads).Select(number => LowPriorityThread.Start($"Expensive reads {number}", Work))];
    }

    /// <summary>Number of reads that wait for a thread.</summary>
    public int Waiting => waiting.Count;

    /// <summary>Runs a read on one of the threads.</summary>
    /// <exception cref="CatalogBusyException">Too many are waiting, or have been for too long.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteLease, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var next = new ExpensiveRead<T>(connections, read, WorkPerThread, time.GetTimestamp(), cancellationToken);
        if (!waiting.TryAdd(next, 0, CancellationToken.None)) throw Busy();
        return await next.Result;
    }

    /// <summary>Runs what is still waiting, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        await Task.Run(() => Array.ForEach(workers, worker => worker.Join()));
        await connections.DisposeAsync();
        waiting.Dispose();
    }

    private TimeSpan WorkPerThread => TimeSpan.FromTicks(Interlocked.Read(ref doneTicks) / connections.Size);

    private static CatalogBusyException Busy() => new("Too many expensive reads are waiting.") { IsExpensive = true };

    // Whoever asked waits by the clock, so that counts too, but only where others were read meanwhile.
    private bool HasWaitedTooLong(ExpensiveRead read) =>
        WorkPerThread - read.WorkAtArrival is var work
        && (work > maxWait || (work > TimeSpan.Zero && time.GetElapsedTime(read.Arrival) > maxWait * WaitFactor));

    private void Work()
    {
        foreach (var next in waiting.GetConsumingEnumerable())
        {
            var began = clock.Used;
            var tell = HasWaitedTooLong(next) ? () => next.Refuse(Busy()) : next.Run();
            Interlocked.Add(ref doneTicks, (clock.Used - began).Ticks);
            // Not before: what the same client asks next must not wait for this work.
            tell();
        }
    }
}
