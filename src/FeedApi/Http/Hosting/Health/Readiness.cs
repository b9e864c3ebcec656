namespace FeedApi.Http.Hosting.Health;

/// <summary>
/// Whether the server can answer: whether it has a complete index. Written by the publisher, read by every request. Whether what it has
/// is up to date is said by <see cref="Degradations"/>.
/// </summary>
internal sealed class Readiness
{
    private long unrendered;
    private volatile string? reason = "The index is being opened.";

    /// <summary>Why requests are refused, a sentence for people; null when they are served.</summary>
    public string? Reason => reason;

    /// <summary>
    /// Number of articles that are still to be rendered after a first scan. They are as they are asked for, so that all is served; searches
    /// and totals grow.
    /// </summary>
    public long Unrendered
    {
        get => Interlocked.Read(ref unrendered);
        set => Interlocked.Exchange(ref unrendered, value);
    }

    /// <summary>From now on requests are served.</summary>
    public void Ready() => reason = null;

    /// <summary>From now on requests are refused with 503 for this reason.</summary>
    public void NotReady(string why) => reason = why;
}
