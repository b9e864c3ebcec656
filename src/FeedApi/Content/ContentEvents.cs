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

    /// <summary>A file of the site's settings changed; it is read when it is complete.</summary>
    public static readonly EventId SettingsChanged = new(104, "settings-changed");

    /// <summary>The settings of the site have a fault; those read last stay in effect.</summary>
    public static readonly EventId SettingsInvalid = new(105, "settings-invalid");

    /// <summary>Other settings of the site are in effect; posts are read again in the background.</summary>
    public static readonly EventId SettingsApplied = new(106, "settings-applied");

    /// <summary>A file that settings are made of has a problem that does not prevent them from taking effect.</summary>
    public static readonly EventId SettingsDoubtful = new(107, "settings-doubtful");

    /// <summary>Every change raises an event again.</summary>
    public static readonly EventId WatchRestored = new(108, "watch-restored");
}
