namespace FeedApi.Content;

/// <summary>Stable event ids of the messages logged while the content folder is watched, for log filters and alerts.</summary>
internal static class ContentEvents
{
    /// <summary>The content folder was replaced by another one.</summary>
    public static readonly EventId FolderReplaced = new(101, "folder-replaced");

    /// <summary>Some changes raise no event; the folder is scanned often instead.</summary>
    public static readonly EventId WatchIncomplete = new(102, "watch-incomplete");

    /// <summary>The watcher's queue overflowed; the whole folder is scanned.</summary>
    public static readonly EventId ChangesMissed = new(103, "changes-missed");

    /// <summary>A settings file changed; the change takes effect at the next start.</summary>
    public static readonly EventId SettingsChanged = new(104, "settings-changed");
}
