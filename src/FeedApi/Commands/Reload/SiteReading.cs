using FeedApi.Content;
using FeedApi.Feeds.Aliases;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Reload;

/// <summary>Reads the settings of the site, at start and again while the server runs.</summary>
/// <param name="folder">The folder of the configuration.</param>
/// <param name="url">The server's own setting of the public address; null when unset.</param>
/// <param name="provisionalUrl">The address of a site that states none; null: such a site is refused.</param>
internal sealed class SiteReading(string folder, string? url, string? provisionalUrl)
{
    private string? config;
    private bool isEmpty;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="SiteConfigException">A value is wrong; the message is one line.</exception>
    public SiteConfig Read()
    {
        var site = SiteReader.Read(folder, url, provisionalUrl);
        FeedAliases.Of(site);
        config = SiteFiles.ConfigIn(folder);
        isEmpty = IsEmpty(config);
        return site;
    }

    /// <summary>Reads and checks them again. A configuration that was deleted, or cut to nothing, is a fault.</summary>
    /// <param name="former">The settings read last.</param>
    /// <exception cref="SiteConfigException">A value is wrong; the message is one line.</exception>
    public SiteConfig ReadAgain(SiteConfig former)
    {
        var present = SiteFiles.ConfigIn(folder);
        if (config is not null && (present is null || (config == SiteFiles.Config && present != config)))
            throw new SiteConfigException($"{config} was deleted");
        if (!isEmpty && IsEmpty(present)) throw new SiteConfigException($"{present} is empty");
        var site = SiteReader.Read(folder, url, provisionalUrl);
        FeedAliases.Of(site);
        // A folder that is missing for a moment must not make the site one of another kind.
        if (present != SiteFiles.Config && (IsLost(former.Hugo, site.Hugo) || (former.IsJekyll && !site.IsJekyll)))
        {
            throw new SiteConfigException(
                $"{present ?? folder}: the folder {former.Hugo?.ContentFolder ?? "_posts"} is missing; without it another kind of site "
                    + "is published after a restart");
        }

        TemplateFaults.ThrowIfBroken(former, site);
        (config, isEmpty) = (present, IsEmpty(present));
        return site;
    }

    /// <summary>The problem of the settings that an exception tells.</summary>
    public SettingsProblem ProblemOf(SiteConfigException fault) => SettingsProblem.Of(fault, folder, config ?? SiteFiles.Config);

    /// <summary>The names, sizes and times of the files: another text when one of them may have changed.</summary>
    public string StampOf(SiteConfig site, IEnumerable<string> reported) => SiteFiles.StampOf(folder, site, reported);

    /// <summary>False while the folder of the configuration is missing.</summary>
    public bool IsThere => Directory.Exists(folder);

    private static bool IsLost(object? former, object? present) => former is not null && present is null;

    private bool IsEmpty(string? name) => name is not null && new FileInfo(Path.Combine(folder, name)) is { Exists: true, Length: 0 };
}
