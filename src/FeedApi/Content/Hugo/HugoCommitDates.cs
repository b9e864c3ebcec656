using System.Diagnostics;
using FeedApi.Site;

namespace FeedApi.Content.Hugo;

/// <summary>Reads when each file was last committed, by asking Git: <c>:git</c> in Hugo's <c>frontmatter</c>.</summary>
/// <remarks>Hugo, "enableGitInfo": the author date of the newest commit that is no merge.</remarks>
internal static class HugoCommitDates
{
    private const char Mark = '\u0001';

    /// <summary>The site with these dates; unchanged where Hugo would not ask Git, or Git knows nothing of the folder.</summary>
    public static SiteConfig Complete(SiteConfig site)
    {
        if (site.Hugo is not { IsZola: false, HasGitInfo: true, Languages: { } languages } hugo || !hugo.Dates.UsesGit) return site;
        var dates = Read(site.ContentFolder, languages.Folders);
        var complete = languages.With((_, settings) => settings with { CommitDates = dates });
        return site with { Hugo = complete.SettingsOf(complete.Default) };
    }

    private static Dictionary<string, string> Read(string folder, IReadOnlyList<string> contentFolders)
    {
        Dictionary<string, string> dates = new(StringComparer.Ordinal);
        try
        {
            using var git = Process.Start(LogOf(folder, contentFolders));
            // Read as well, so that Git never waits for room in the pipe.
            git?.BeginErrorReadLine();
            var date = "";
            while (git?.StandardOutput.ReadLine() is { } line)
            {
                if (line.StartsWith(Mark)) date = line[1..];
                else if (line.Length > 0) dates.TryAdd(line, date);
            }

            git?.WaitForExit();
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            // Without Git there are no such dates, as in a folder that is no repository.
        }

        return dates;
    }

    private static ProcessStartInfo LogOf(string folder, IReadOnlyList<string> contentFolders)
    {
        string[] arguments =
        [
            "-c", "core.quotepath=off", "--no-optional-locks", "-C", folder, "log", "--no-merges", "--no-renames", "--name-only",
            "--relative", $"--format={Mark}%aI", "--", .. contentFolders,
        ];
        return new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
    }
}
