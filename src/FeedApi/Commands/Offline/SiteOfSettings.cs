using FeedApi.Commands.Options;
using FeedApi.Commands.Reload;
using FeedApi.Site;

namespace FeedApi.Commands.Offline;

/// <summary>Reads the settings of a site for commands that need no server.</summary>
internal static class SiteOfSettings
{
    // Of a site that states none it is not used.
    private const string AnyAddress = "http://localhost";

    /// <summary>Reads the settings of the site.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    /// <exception cref="ServerSettingsException">A setting of the server is invalid.</exception>
    /// <exception cref="SiteConfigException">A setting of the site is invalid.</exception>
    public static SiteConfig Read(IReadOnlyList<string> settings)
    {
        var options = new CommandSettings(settings).Options;
        return new SiteReading(options.ContentFolder, options.Site.Url?.Trim(), AnyAddress).Read();
    }
}
