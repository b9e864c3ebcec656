namespace FeedApi.Publishing;

/// <summary>How changes in the content folder are detected.</summary>
internal sealed record ContentOptions
{
    /// <summary>
    /// Whether the content folder is scanned every few seconds although it can be watched: for mounts that report no changes. On network
    /// file systems, and when the system has no watches left, it is always scanned.
    /// </summary>
    /// <value>True or false. Default false.</value>
    public bool Poll { get; init; }
}
