namespace FeedApi.Pages.Files;

/// <summary>Event ids of log entries about the files of a site; log filters and alerts can rely on them.</summary>
internal static class FileEvents
{
    /// <summary>Files of the content folder are not served, because of their kind or name.</summary>
    public static readonly EventId FilesNotServed = new(401, "files-not-served");
}
