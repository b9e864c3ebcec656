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
    private const int MaxAttempts = 5;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    private string? config;
    private bool isEmpty;

    /// <summary>Reads and checks the settings at start. A file that cannot be read may be readable a moment later.</summary>
    /// <exception cref="SiteConfigException">A value is wrong, or a file cannot be read; the message is one line.</exception>
    public SiteConfig Read()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return ReadOnce();
            }
            catch (SiteConfigException fault) when (fault.InnerException is UnreadableException && attempt < MaxAttempts)
            {
                Thread.Sleep(RetryAfter);
            }
        }
    }

    private SiteConfig ReadOnce()
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
        try
        {
            return ReadAnew(former);
        }
        catch (UnreadableException failure)
        {
            throw new SiteConfigException(failure.MessageIn(folder), failure);
        }
    }

    private SiteConfig ReadAnew(SiteConfig former)
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
    public bool IsThere => RegularFile.Look(folder, followsLinks: true).Kind != FileKind.Missing;

    private static bool IsLost(object? former, object? present) => former is not null && present is null;

    private bool IsEmpty(string? name) =>
        name is not null && RegularFile.Look(Path.Combine(folder, name), followsLinks: true) is { Kind: FileKind.Regular, SizeBytes: 0 };
}
