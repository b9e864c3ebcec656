namespace FeedApi.Publishing;

/// <summary>Pace of the publisher. The defaults suit every site; tests shorten them.</summary>
internal sealed record PublishOptions
{
    /// <summary>Time between full comparisons of the folder with the index. Default 60 s.</summary>
    public TimeSpan RescanEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Least time between full comparisons where changes may go unnoticed, or the folder is not there. Default 2 s; a slow
    /// comparison makes it longer.
    /// </summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// <c>Content:Poll</c>: compare the folder every <see cref="PollEvery"/> although it can be watched, for mounts that tell of no
    /// changes. Default false.
    /// </summary>
    public bool Polls { get; init; }

    /// <summary>How long the content may be lost before <c>/health/ready</c> says so. Default 30 s.</summary>
    public TimeSpan GraceTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a file must be unchanged before it is read. Default 200 ms.</summary>
    public TimeSpan DebounceTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Files in one transaction of many. Default 1,000: with more of them, files that are saved meanwhile would wait longer.
    /// </summary>
    public int BatchSize { get; init; } = 1_000;

    /// <summary>
    /// The same while posts are indexed for the first time and nobody waits. Default 10,000: each transaction writes most
    /// pages of the indexes anew.
    /// </summary>
    public int FirstScanBatchSize { get; init; } = 10_000;

    /// <summary>Posts read and rendered at the same time. Default: one a processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
