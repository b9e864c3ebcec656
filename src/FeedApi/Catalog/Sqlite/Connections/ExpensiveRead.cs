namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>A read that waits for a thread of <see cref="SqliteExpensiveReads"/>.</summary>
/// <param name="workAtArrival">What each thread had done when it began to wait.</param>
/// <param name="arrival">When it began to wait, a timestamp.</param>
internal abstract class ExpensiveRead(TimeSpan workAtArrival, long arrival)
{
    /// <summary>When the read began to wait, a timestamp of the clock.</summary>
    public long Arrival { get; } = arrival;

    /// <summary>What each thread had done when the read began to wait, processor time.</summary>
    public TimeSpan WorkAtArrival { get; } = workAtArrival;

    /// <summary>Reads on the calling thread.</summary>
    /// <returns>Tells the result to whoever waits.</returns>
    public abstract Action Run();

    /// <summary>Ends the waiting without reading.</summary>
    public abstract void Refuse(CatalogBusyException failure);
}

/// <summary>A read with its result.</summary>
/// <param name="connections">Has a free connection whenever a thread is free.</param>
/// <param name="read">What is read.</param>
/// <param name="workAtArrival">What each thread had done when it began to wait.</param>
/// <param name="arrival">When it began to wait, a timestamp.</param>
/// <param name="cancellationToken">Nobody waits for the result any more.</param>
internal sealed class ExpensiveRead<T>(
    SqliteReaderPool connections,
    Func<SqliteLease, ValueTask<T>> read,
    TimeSpan workAtArrival,
    long arrival,
    CancellationToken cancellationToken)
    : ExpensiveRead(workAtArrival, arrival)
{
    // Whoever waits goes on elsewhere: this thread reads.
    private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The result.</summary>
    public Task<T> Result => result.Task;

    /// <inheritdoc/>
    public override Action Run()
    {
        try
        {
            var found = ReadAsync().GetAwaiter().GetResult();
            return () => result.TrySetResult(found);
        }
        catch (OperationCanceledException cancelled)
        {
            return () => result.TrySetCanceled(cancelled.CancellationToken);
        }
        catch (Exception failure)
        {
            return () => result.TrySetException(failure);
        }
    }

    /// <inheritdoc/>
    public override void Refuse(CatalogBusyException failure) => result.TrySetException(failure);

    // Everything in it is synchronous but the rendering of pages, for which this thread may wait.
    private async Task<T> ReadAsync()
    {
        using var lease = await connections.RentAsync(cancellationToken);
        return await read(lease);
    }
}
