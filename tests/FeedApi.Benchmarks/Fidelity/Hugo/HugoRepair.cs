using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.Fidelity.Hugo;

/// <summary>Takes out of a copy what Hugo stopped at, so that it goes on with all the rest.</summary>
internal static partial class HugoRepair
{
    /// <summary>Takes out whatever the messages name.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="messages">What Hugo printed.</param>
    /// <param name="notes">What was taken out is added.</param>
    /// <returns>False when nothing was found to take out.</returns>
    public static bool Apply(HugoCopy copy, string messages, List<string> notes)
    {
        var before = notes.Count;
        foreach (Match match in MissingModule().Matches(messages)) AddModule(copy, match.Groups["name"].Value, notes);
        foreach (Match match in BrokenShortcode().Matches(messages))
        {
            if (copy.Stub(match.Groups["name"].Value)) notes.Add($"the shortcode {match.Groups["name"].Value} stands empty");
        }

        foreach (Match match in CopiedFile().Matches(messages))
            if (notes.Count == before) TakeOut(copy, match.Value, notes);
        return notes.Count > before;
    }

    // A theme or module that lies in themes/ is not fetched, however empty it is.
    private static void AddModule(HugoCopy copy, string name, List<string> notes)
    {
        var folder = Path.Combine(copy.Folder, "themes", name);
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        notes.Add($"the theme or module {name} is not there");
    }

    private static void TakeOut(HugoCopy copy, string path, List<string> notes)
    {
        var relative = Path.GetRelativePath(copy.Folder, path);
        if (!path.StartsWith(copy.Folder, StringComparison.Ordinal) || !File.Exists(path)) return;
        if (relative.Contains("layouts", StringComparison.Ordinal)) File.WriteAllText(path, "");
        else copy.TakeOut(relative);
        notes.Add($"Hugo refuses {relative}");
    }

    [GeneratedRegex("module \"(?<name>[^\"]+)\" not found")]
    private static partial Regex MissingModule();

    [GeneratedRegex("shortcode \"(?<name>[^\"]+)\"|shortcodes/(?<name>[\\w/-]+)\\.html")]
    private static partial Regex BrokenShortcode();

    [GeneratedRegex("/[^\\s\":]+\\.(?:md|markdown|html|htm|adoc|org|rst|pandoc|toml|ya?ml|json|csv)")]
    private static partial Regex CopiedFile();
}
