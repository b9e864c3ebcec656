namespace FeedApi.Publishing;

/// <summary>What is logged while posts are published, by ids that log filters and alerts can rely on.</summary>
internal static class PublishingEvents
{
    /// <summary>Nothing can be published for now; it is tried again.</summary>
    public static readonly EventId PublishingFailed = new(301, "publishing-failed");

    /// <summary>The content folder is not there.</summary>
    public static readonly EventId FolderMissing = new(302, "folder-missing");

    /// <summary>So many posts vanished at once that they stay served until a later scan confirms it.</summary>
    public static readonly EventId MassDeletion = new(303, "mass-deletion");

    /// <summary>A scan has read the posts that it found changed.</summary>
    public static readonly EventId PostsRead = new(304, "posts-read");

    /// <summary>A post has a problem that it did not have before; the message names file, place and code.</summary>
    public static readonly EventId PostProblem = new(305, "post-problem");
}
