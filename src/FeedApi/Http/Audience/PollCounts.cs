namespace FeedApi.Http.Audience;

/// <summary>How a reader, or all readers of a feed, poll.</summary>
internal sealed class PollCounts
{
    private long requests;
    private long notModified;
    private long unconditional;
    private long refused;

    /// <summary>Answers of every kind.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>Answers 304.</summary>
    public long NotModified => Interlocked.Read(ref notModified);

    /// <summary>Answers with the whole feed to requests that had no condition: what a good reader sends once.</summary>
    public long Unconditional => Interlocked.Read(ref unconditional);

    /// <summary>Answers 429.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>One more answer.</summary>
    public void Count(int status, bool isConditional)
    {
        Interlocked.Increment(ref requests);
        if (status is StatusCodes.Status304NotModified) Interlocked.Increment(ref notModified);
        else if (status is StatusCodes.Status429TooManyRequests) Interlocked.Increment(ref refused);
        else if (!isConditional && status is StatusCodes.Status200OK) Interlocked.Increment(ref unconditional);
    }
}
