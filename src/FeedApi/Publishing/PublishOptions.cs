namespace FeedApi.Publishing;

/// <summary>Timing and batch sizes of the publisher. The defaults suit every site; tests shorten them.</summary>
internal sealed record PublishOptions
{
    /// <summary>
    /// Maximum time between full scans of the content folder. Default 60 s; only a scan that takes more than a quarter of it makes it
    /// longer.
    /// </summary>
    public TimeSpan RescanEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Minimum time between full scans while changes may go unnoticed or the folder is missing. Default 2 s; a slow scan makes it
    /// longer.
    /// </summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// <c>Content:Poll</c>: scan the folder every <see cref="PollEvery"/> although it can be watched, for mounts that report no
    /// changes. Default false.
    /// </summary>
    public bool Polls { get; init; }

    /// <summary>
    /// Time between two looks at the files of settings; a slow look makes it longer. Default 3 s. A change that is reported is seen at
    /// once.
    /// </summary>
    public TimeSpan SettingsPollEvery { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the content may be unavailable before <c>/health/ready</c> reports it. Default 30 s.</summary>
    public TimeSpan GraceTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a file must be unchanged before it is read. Default 200 ms.</summary>
    public TimeSpan DebounceTime { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Maximum number of files in one transaction. Default 1,000: with more, files that are saved meanwhile would wait longer.
    /// </summary>
    public int BatchSize { get; init; } = 1_000;

    /// <summary>
    /// The same during the first indexing, when nothing is served yet. Default 10,000: each transaction rewrites most pages of the
    /// indexes.
    /// </summary>
    public int FirstScanBatchSize { get; init; } = 10_000;

    /// <summary>
    /// Number of posts from which on a first scan reads only their front matter, so that all feeds can be served, and renders them
    /// afterwards. Default 1,000: fewer are rendered in a second or two.
    /// </summary>
    public int OutlinesFrom { get; init; } = 1_000;

    /// <summary>
    /// Number of articles rendered after a first scan that are committed together. Default 250: for so long, a tenth of a second or two, a
    /// saved file waits, and three such parts are in memory, 8 MB each.
    /// </summary>
    public int OutlineBatchSize { get; init; } = 250;

    /// <summary>
    /// True: the texts of articles can be searched. Default true; a command that searches nothing saves a third of the time.
    /// </summary>
    public bool IndexesTexts { get; init; } = true;

    /// <summary>Number of posts read and rendered in parallel. Default: one per processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}
