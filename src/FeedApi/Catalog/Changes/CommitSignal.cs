using FeedApi.Model;

namespace FeedApi.Catalog.Changes;

/// <summary>
/// Wakes whoever waits for the next change set, after every other listener has been told: what is read then is in no cache any more.
/// </summary>
/// <remarks>Thread-safe. Register it as the last listener.</remarks>
internal sealed class CommitSignal : IChangeListener
{
    private volatile Announcement latest = new(0, 0);
    private TaskCompletionSource next = NewSource();

    /// <summary>The latest announcement; of revision 0 before the first one since the start.</summary>
    public Announcement Latest => latest;

    /// <summary>Completes with the next change set. Take it before looking whether there is something new.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <inheritdoc/>
    public void OnCommitted(CommittedChanges committed)
    {
        ArgumentNullException.ThrowIfNull(committed);
        var sequence = committed.Changes.Count > 0 ? committed.Changes[^1].Sequence : 0;
        latest = new Announcement(Math.Max(latest.Revision, committed.Revision), Math.Max(latest.Sequence, sequence));
        Interlocked.Exchange(ref next, NewSource()).TrySetResult();
    }

    // Thousands may wait: none of them runs on the publisher's thread.
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What everybody has been told of.</summary>
/// <param name="Revision">The revision; 0 when there was none since the start.</param>
/// <param name="Sequence">The sequence of the last change; 0 when there was none since the start.</param>
internal sealed record Announcement(long Revision, long Sequence);
