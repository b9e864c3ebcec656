namespace FeedApi.Http.Hosting.Health;

/// <summary>The reasons for which the server is degraded: it answers, but not all is as it should be. Alerts can rely on them.</summary>
internal static class DegradationCodes
{
    /// <summary>The content folder is not there.</summary>
    public const string ContentMissing = "content-missing";

    /// <summary>The content folder is there, and cannot be read.</summary>
    public const string ContentUnreadable = "content-unreadable";

    /// <summary>Most posts are missing from the content folder; they stay published until that is confirmed.</summary>
    public const string MassDeletion = "mass-deletion";

    /// <summary>The disk of the index is full.</summary>
    public const string DiskFull = "disk-full";

    /// <summary>Nothing can be published for another reason, which the log names.</summary>
    public const string PublishingFailed = "publishing-failed";

    /// <summary>The index is damaged; what cannot be read is taken from the posts again.</summary>
    public const string IndexDamaged = "index-damaged";

    /// <summary>The index of a former version is served while that of this version is made.</summary>
    public const string IndexOutdated = "index-outdated";

    /// <summary>Changes of the content folder are not reported; it is scanned often instead.</summary>
    public const string WatchLost = "watch-lost";

    /// <summary>The process has no file descriptors left.</summary>
    public const string DescriptorsExhausted = "descriptors-exhausted";

    /// <summary>The settings of the site have a fault; those read last are in effect.</summary>
    public const string SettingsInvalid = "settings-invalid";

    /// <summary>All of them: each is a time series of <c>feedapi_degraded</c>.</summary>
    public static readonly string[] All =
    [
        ContentMissing, ContentUnreadable, MassDeletion, DiskFull, PublishingFailed, IndexDamaged, IndexOutdated, WatchLost,
        DescriptorsExhausted, SettingsInvalid,
    ];
}
