using FeedApi.Commands.Localization;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Options;

/// <summary>The files of the server's own settings, beside the program's working folder.</summary>
internal static class SettingsFiles
{
    /// <summary>Refuses to start without a file that may be there: the framework takes one that it cannot examine for missing.</summary>
    /// <exception cref="ServerSettingsException">A file cannot be read.</exception>
    public static void ThrowIfUnreadable(IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        foreach (var name in (string[])["appsettings.json", $"appsettings.{environment.EnvironmentName}.json"])
        {
            var path = Path.Combine(environment.ContentRootPath, name);
            var state = RegularFile.Look(path, followsLinks: true);
            if (state.Kind == FileKind.Unreadable)
                throw new ServerSettingsException(Localized.Text($"{path} cannot be read ({FileError.NameOf(state.Error)})"));
        }
    }
}
