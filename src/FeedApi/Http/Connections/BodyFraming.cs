namespace FeedApi.Http.Connections;

/// <summary>
/// Where the body of a request ends on its connection, as the web server has read it. A feature of each HTTP/1.1 connection, told by
/// <see cref="Pipeline.RequestGuard"/>, asked by <see cref="RequestLineReader"/>.
/// </summary>
internal sealed class BodyFraming
{
    private long remainingBytes;
    private bool isUnknown;

    /// <summary>True while the bytes that follow belong to a body, or cannot be told from one.</summary>
    public bool IsPending => remainingBytes > 0 || isUnknown;

    /// <summary>
    /// Tells that a body follows. Called when the head of its request has been read, and before a byte of the body has been.
    /// </summary>
    /// <param name="lengthBytes">Its length; null when it ends where its last chunk says so.</param>
    public void Expect(long? lengthBytes)
    {
        if (lengthBytes is { } length) remainingBytes = length;
        else isUnknown = true;
    }

    /// <summary>Notes that bytes of the body have been read; true when it has ended.</summary>
    public bool Consume(long bytes)
    {
        if (isUnknown || bytes > remainingBytes) isUnknown = true;
        else remainingBytes -= bytes;
        return !IsPending;
    }
}
