using FeedApi.Site;
using FeedApi.Site.Settings;

namespace FeedApi.Commands;

/// <summary>
/// Warns about keys of <c>_config.yml</c> that look misspelled. They do not prevent the start: they may be meant for another program.
/// </summary>
internal static class SiteKeyWarnings
{
    private static readonly EventId MisspelledKey = new(1, "misspelled-key");

    /// <summary>Logs a warning for each key.</summary>
    public static void Log(ILogger logger, SiteConfig site)
    {
        // The configuration of Hugo and Zola is converted to other keys.
        if (site.Hugo is not null || site.Settings is not { } config) return;
        foreach (var (line, key, nearest) in SiteKeys.MisspelledIn(config))
        {
            logger.LogWarning(
                MisspelledKey, "_config.yml:{Line}: misspelled-key: {Key} is not read (did you mean {Nearest}?)", line, key, nearest);
        }
    }
}
