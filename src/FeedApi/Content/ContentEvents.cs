namespace FeedApi.Content;

/// <summary>What is logged while the content folder is watched, by ids that log filters and alerts can rely on.</summary>
internal static class ContentEvents
{
    /// <summary>The content folder was replaced by another one.</summary>
    public static readonly EventId FolderReplaced = new(101, "folder-replaced");

    /// <summary>Some changes give no hint; the folder is compared often instead.</summary>
    public static readonly EventId WatchIncomplete = new(102, "watch-incomplete");

    /// <summary>More happened at once than the system can tell; the folder is compared as a whole.</summary>
    public static readonly EventId ChangesMissed = new(103, "changes-missed");

    /// <summary>A file of settings changed, which takes effect at the next start.</summary>
    public static readonly EventId SettingsChanged = new(104, "settings-changed");
}
