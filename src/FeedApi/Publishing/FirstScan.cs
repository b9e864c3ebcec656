namespace FeedApi.Publishing;

/// <summary>The first scan of the content folder since the server was started.</summary>
internal sealed class FirstScan
{
    private readonly TaskCompletionSource published = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything that the first scan found is published.</summary>
    public Task Published => published.Task;

    /// <summary>True when an earlier run has left an index, so that it has logged the problems of its posts.</summary>
    public bool HasFormerIndex { get; private set; }

    /// <summary>Records what the scan begins with.</summary>
    public void Begin(bool hasFormerIndex)
    {
        if (!published.Task.IsCompleted) HasFormerIndex = hasFormerIndex;
    }

    /// <summary>Records that a scan has been published.</summary>
    public void Complete() => published.TrySetResult();
}
