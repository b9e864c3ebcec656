namespace FeedApi.Http.Hosting;

/// <summary>Whether the server is stopping: it still serves requests, but is no longer ready.</summary>
internal sealed class StopState
{
    private volatile bool isStopping;

    /// <summary>True from the beginning of the stop on.</summary>
    public bool IsStopping => isStopping;

    /// <summary>Begins the stop.</summary>
    internal void Begin() => isStopping = true;
}
