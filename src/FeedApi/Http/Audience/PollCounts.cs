namespace FeedApi.Http.Audience;

/// <summary>Counts the polls by one reader, or of one feed.</summary>
internal sealed class PollCounts
{
    private long requests;
    private long notModified;
    private long unconditional;
    private long refused;

    /// <summary>Number of responses of any status.</summary>
    public long Requests => Interlocked.Read(ref requests);

    /// <summary>Number of responses with status 304.</summary>
    public long NotModified => Interlocked.Read(ref notModified);

    /// <summary>Number of whole feeds in response to unconditional requests, of which a good reader sends only one per feed.</summary>
    public long Unconditional => Interlocked.Read(ref unconditional);

    /// <summary>Number of responses with status 429.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Counts a response.</summary>
    public void Count(int status, bool isConditional)
    {
        Interlocked.Increment(ref requests);
        if (status is StatusCodes.Status304NotModified) Interlocked.Increment(ref notModified);
        else if (status is StatusCodes.Status429TooManyRequests) Interlocked.Increment(ref refused);
        else if (!isConditional && status is StatusCodes.Status200OK) Interlocked.Increment(ref unconditional);
    }
}
