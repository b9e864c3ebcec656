namespace FeedApi.Publishing;

/// <summary>Event ids of the publisher's log entries; log filters and alerts can rely on them.</summary>
internal static class PublishingEvents
{
    /// <summary>Nothing can be published at present; the publisher retries.</summary>
    public static readonly EventId PublishingFailed = new(301, "publishing-failed");

    /// <summary>The content folder does not exist.</summary>
    public static readonly EventId FolderMissing = new(302, "folder-missing");

    /// <summary>So many posts disappeared at once that they are still served until a later scan confirms the deletion.</summary>
    public static readonly EventId MassDeletion = new(303, "mass-deletion");

    /// <summary>A scan has read the new and changed posts.</summary>
    public static readonly EventId PostsRead = new(304, "posts-read");

    /// <summary>A post has a problem that it did not have before; the message contains the file, position and code.</summary>
    public static readonly EventId PostProblem = new(305, "post-problem");

    /// <summary>An operator withdrew an article or undid that; the message names article and client.</summary>
    public static readonly EventId Withdrawal = new(306, "withdrawal");

    /// <summary>The first scan since the start has been published; the message says what is served, and from where.</summary>
    public static readonly EventId Started = new(307, "started");

    /// <summary>The content folder has no posts.</summary>
    public static readonly EventId NoPosts = new(308, "no-posts");

    /// <summary>A problem that an earlier run has found, and that is still there.</summary>
    public static readonly EventId OldProblem = new(309, "old-problem");

    /// <summary>Nobody has stated the public address of the site.</summary>
    public static readonly EventId ProvisionalAddress = new(310, "provisional-address");

    /// <summary>The clock was set; what is scheduled and what has expired is examined again.</summary>
    public static readonly EventId ClockStep = new(311, "clock-step");

    /// <summary>All feeds are served, and articles are rendered in the background.</summary>
    public static readonly EventId RenderingBegun = new(312, "rendering-begun");

    /// <summary>Every article is rendered and can be found by its text.</summary>
    public static readonly EventId RenderingEnded = new(313, "rendering-ended");
}
