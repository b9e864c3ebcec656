namespace FeedApi.Publishing;

/// <summary>How changes of the content folder are noticed.</summary>
internal sealed record ContentOptions
{
    /// <summary>
    /// Whether the content folder is compared every few seconds although it can be watched: for mounts that tell of no changes. On network
    /// file systems, and where the system has no watches left, that happens anyway.
    /// </summary>
    /// <value>True or false. Default false.</value>
    public bool Poll { get; init; }
}
