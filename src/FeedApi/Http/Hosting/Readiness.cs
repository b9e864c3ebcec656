namespace FeedApi.Http.Hosting;

/// <summary>
/// Whether the server has a complete index to answer from, and whether it is up to date. Written by the publisher, read by every request.
/// </summary>
internal sealed class Readiness
{
    private volatile string? reason = "The index is being opened.";
    private volatile string? staleReason;

    /// <summary>Why requests are refused; null when they are answered.</summary>
    public string? Reason => reason;

    /// <summary>Why what is served, though complete, is not what the content is now; null when it is.</summary>
    public string? StaleReason => staleReason;

    /// <summary>Requests are answered from now on.</summary>
    public void Ready() => reason = null;

    /// <summary>Requests are refused with 503 for this reason, a sentence for people.</summary>
    public void NotReady(string why) => reason = why;

    /// <summary>
    /// Requests are answered with the last good content, and <c>/health/ready</c> says why; null: the content is up to date again.
    /// </summary>
    public void Stale(string? why) => staleReason = why;
}
