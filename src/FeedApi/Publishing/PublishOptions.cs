namespace FeedApi.Publishing;

/// <summary>Pace of the publisher. The defaults suit every site; tests shorten them.</summary>
public sealed record PublishOptions
{
    /// <summary>Time between full comparisons of the folder with the index. Default 60 s.</summary>
    public TimeSpan RescanEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time for which a file must rest before it is read. Default 200 ms.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Articles in one transaction while nobody waits. Default 1,000.</summary>
    public int BatchSize { get; init; } = 1_000;

    /// <summary>Posts read and rendered at the same time. Default: one a processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
