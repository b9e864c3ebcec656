using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Commands.Check;

/// <summary>Finds lines in the files of posts, for excerpts and for what is known only by its text.</summary>
internal sealed class SourceText(SiteConfig site)
{
    private const string AfterAddress = " \t)\"'<>]}#?,|";

    private string path = "";
    private string[] lines = [];

    /// <summary>A line of a file; null when there is none.</summary>
    /// <param name="file">Relative to the content folder.</param>
    /// <param name="line">1-based.</param>
    public string? LineOf(string file, int line) => Read(file).ElementAtOrDefault(line - 1);

    /// <summary>The first place of any of these texts, the most exact of them first; null when none occurs.</summary>
    /// <param name="file">Relative to the content folder.</param>
    /// <param name="texts">What is looked for.</param>
    public (int Line, int Column)? Find(string file, params ReadOnlySpan<string> texts)
    {
        var read = Read(file);
        foreach (var text in texts)
        {
            if (text.Length < 2) continue;
            for (var i = 0; i < read.Length; i++)
            {
                if (WholeIn(read[i], text) is { } column) return (i + 1, column + 1);
            }
        }

        return null;
    }

    // Not the beginning of a longer address.
    private static int? WholeIn(string line, string text)
    {
        for (var at = line.IndexOf(text, StringComparison.Ordinal); at >= 0; at = line.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            if (at + text.Length == line.Length || AfterAddress.Contains(line[at + text.Length])) return at;
        }

        return null;
    }

    // Problems come file by file.
    private string[] Read(string file)
    {
        if (file == path) return lines;
        path = file;
        try
        {
            lines = TextDecoder.Decode(File.ReadAllBytes(Path.Combine(site.ContentFolder, file)), out _).Split('\n');
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            lines = [];
        }

        return lines;
    }
}
