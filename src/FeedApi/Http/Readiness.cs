namespace FeedApi.Http;

/// <summary>Whether the server has a complete index to answer from. Written by the publisher, read by every request.</summary>
public sealed class Readiness
{
    private volatile string? reason = "The index is being opened.";

    /// <summary>Why not; null when ready.</summary>
    public string? Reason => reason;

    /// <summary>Requests are answered from now on.</summary>
    public void Ready() => reason = null;

    /// <summary>Requests are refused with 503 for this reason, a sentence for people.</summary>
    public void NotReady(string why) => reason = why;
}
