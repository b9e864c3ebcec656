namespace FeedApi.Http.Hosting.Health;

/// <summary>
/// Whether the server can answer: whether it has a complete index. Written by the publisher, read by every request. Whether what it has
/// is up to date is said by <see cref="Degradations"/>.
/// </summary>
internal sealed class Readiness
{
    private volatile string? reason = "The index is being opened.";

    /// <summary>Why requests are refused, a sentence for people; null when they are served.</summary>
    public string? Reason => reason;

    /// <summary>From now on requests are served.</summary>
    public void Ready() => reason = null;

    /// <summary>From now on requests are refused with 503 for this reason.</summary>
    public void NotReady(string why) => reason = why;
}
