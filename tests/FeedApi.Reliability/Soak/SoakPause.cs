namespace FeedApi.Reliability.Soak;

/// <summary>Stops clients and writers while memory is measured: what belongs to requests on their way is not held.</summary>
internal sealed class SoakPause
{
    private volatile TaskCompletionSource? resumed;

    /// <summary>True while all wait.</summary>
    public bool IsOn => resumed is not null;

    /// <summary>Waits for the end of the pause, if there is one.</summary>
    public Task WaitAsync() => resumed?.Task ?? Task.CompletedTask;

    /// <summary>From now on whoever is about to do something waits.</summary>
    public void Begin() => resumed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All go on.</summary>
    public void End()
    {
        var waiting = resumed;
        resumed = null;
        waiting?.SetResult();
    }
}
