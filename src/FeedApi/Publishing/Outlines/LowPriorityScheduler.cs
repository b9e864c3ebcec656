using System.Collections.Concurrent;
using FeedApi.Catalog;

namespace FeedApi.Publishing.Outlines;

/// <summary>Runs tasks on threads of its own that give way to those that answer requests.</summary>
internal sealed class LowPriorityScheduler : TaskScheduler, IDisposable
{
    private readonly BlockingCollection<Task> queue = [];
    private readonly Thread[] threads;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many.</param>
    /// <param name="name">Their name, for debuggers.</param>
    public LowPriorityScheduler(int count, string name) =>
        threads = [.. Enumerable.Range(0, count).Select(number => LowPriorityThread.Start($"{name} {number}", Work))];

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => threads.Length;

    /// <summary>Ends the threads when all tasks have run.</summary>
    public void Dispose()
    {
        queue.CompleteAdding();
        foreach (var thread in threads) thread.Join();
        queue.Dispose();
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task) => queue.Add(task);

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks() => [.. queue];

    private void Work()
    {
        foreach (var task in queue.GetConsumingEnumerable()) TryExecuteTask(task);
    }
}
