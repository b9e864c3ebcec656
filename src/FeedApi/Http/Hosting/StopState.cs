namespace FeedApi.Http.Hosting;

/// <summary>Whether the server is about to stop: it still answers, but says that it is no longer ready.</summary>
internal sealed class StopState
{
    private volatile bool isStopping;

    /// <summary>True from the first sign of the stop on.</summary>
    public bool IsStopping => isStopping;

    /// <summary>The stop begins.</summary>
    internal void Begin() => isStopping = true;
}
