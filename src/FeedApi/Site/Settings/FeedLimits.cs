namespace FeedApi.Site.Settings;

/// <summary>Section <c>feedapi.feed</c> of <c>_config.yml</c>: the maximum size of feeds and the advised polling intervals.</summary>
public sealed record FeedLimits
{
    /// <summary>The defaults.</summary>
    public static FeedLimits Default { get; } = new();

    /// <summary>
    /// <c>max_bytes</c>: maximum size of a feed, uncompressed; items beyond it have only their summary. Default 512 KiB.
    /// </summary>
    public int MaxBytes { get; init; } = 512 * 1024;

    /// <summary><c>poll_min_minutes</c>: shortest polling interval that a feed advises, in minutes. Default 5.</summary>
    public int PollMinMinutes { get; init; } = 5;

    /// <summary><c>poll_max_minutes</c>: longest polling interval that a feed advises, in minutes. Default 60.</summary>
    public int PollMaxMinutes { get; init; } = 60;

    /// <summary>Reads the section; null means the defaults.</summary>
    /// <exception cref="SiteConfigException">A value is wrong.</exception>
    internal static FeedLimits Read(SiteYaml? section)
    {
        if (section is null) return Default;
        section.Allow("max_bytes", "poll_min_minutes", "poll_max_minutes");
        var limits = new FeedLimits
        {
            MaxBytes = section.Number("max_bytes", 10_000, 8 * 1024 * 1024) ?? Default.MaxBytes,
            PollMinMinutes = section.Number("poll_min_minutes", 1, 1_440) ?? Default.PollMinMinutes,
            PollMaxMinutes = section.Number("poll_max_minutes", 1, 1_440) ?? Default.PollMaxMinutes,
        };
        return limits.PollMinMinutes <= limits.PollMaxMinutes
            ? limits
            : throw section.Wrong("poll_min_minutes", "at most poll_max_minutes");
    }
}
