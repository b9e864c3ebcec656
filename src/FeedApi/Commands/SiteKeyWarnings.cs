using FeedApi.Site;
using FeedApi.Site.Settings;

namespace FeedApi.Commands;

/// <summary>
/// Warns about keys of <c>_config.yml</c> that look misspelled, and about values that were read otherwise than they are written. Neither
/// prevents the start: they may be meant for another program.
/// </summary>
internal static class SiteKeyWarnings
{
    private static readonly EventId MisspelledKey = new(1, "misspelled-key");
    private static readonly EventId SettingValue = new(2, "setting-value");
    private static readonly EventId Remark = new(3, "settings-remark");

    /// <summary>Logs a warning for each key and value.</summary>
    public static void Log(ILogger logger, SiteConfig site)
    {
        // The configuration of Hugo and Zola is converted to other keys.
        if (site.Hugo is not null || site.Settings is not { } config) return;
        foreach (var remark in site.Remarks)
        {
            logger.LogWarning(
                Remark, "_config.yml:{Line}:{Column}: {Code}: {Message} {Action}",
                remark.Line, remark.Column, remark.Code, remark.Message, remark.Action);
        }

        foreach (var (line, key, nearest) in SiteKeys.MisspelledIn(config))
        {
            logger.LogWarning(
                MisspelledKey, "_config.yml:{Line}: misspelled-key: {Key} is not read (did you mean {Nearest}?)", line, key, nearest);
        }

        foreach (var (line, key, message) in site.Warnings)
            logger.LogWarning(SettingValue, "_config.yml:{Line}: setting-value: {Key} {Message}", line, key, message);
    }
}
