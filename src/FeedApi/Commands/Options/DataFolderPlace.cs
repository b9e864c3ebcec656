using FeedApi.Commands.Localization;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Options;

/// <summary>Refuses a data folder inside the content folder, whose files are served, watched and copied with the site.</summary>
internal static class DataFolderPlace
{
    /// <summary>Checks where the folder is; links are followed.</summary>
    /// <exception cref="ServerSettingsException">The data folder is the content folder, or inside it.</exception>
    public static void Check(string dataFolder, string contentFolder)
    {
        var content = RealPathOf(contentFolder);
        var data = RealPathOf(dataFolder);
        if (data != content && !PostPath.IsInside(content, data)) return;
        var better = Path.Combine(Path.GetDirectoryName(content) ?? "/var/lib", ".feedapi");
        throw new ServerSettingsException(Localized.Text(
            $"--data is {Path.GetFullPath(dataFolder)}, inside the content folder {Path.GetFullPath(contentFolder)}, whose files are "
            + $"served; name a folder outside of it, for example --data {better}"));
    }

    // The folder need not exist: then its nearest parent that does is looked at.
    private static string RealPathOf(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (RegularFile.RealPathOf(full) is { } real) return real;
        return Path.GetDirectoryName(full) is { } parent ? Path.Combine(RealPathOf(parent), Path.GetFileName(full)) : full;
    }
}
