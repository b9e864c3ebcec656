using FeedApi.Model;

namespace FeedApi.Benchmarks.Words;

/// <summary>Compares the words of each post file with those of its article in feeds.</summary>
internal static class WordsReport
{
    private const int MaxWordsShown = 12;

    /// <summary>Prints counts, and the first posts that lose words without a problem that names a loss.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="served">What is published of it.</param>
    /// <param name="shown">How many posts are printed.</param>
    /// <returns>How many posts lose words in silence.</returns>
    public static int Print(string folder, Fidelity.ServedSite served, int shown)
    {
        var problems = served.Problems.Where(problem => LossCodes.All.Contains(problem.Code)).ToLookup(problem => problem.File);
        List<(string Path, IReadOnlyList<string> Lost)> silent = [];
        var reported = 0;
        foreach (var (path, article) in served.Articles.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var lost = LostIn(Path.Combine(folder, path), article);
            if (lost.Count == 0) continue;
            if (problems[path].Any()) reported++;
            else silent.Add((path, lost));
        }

        Console.WriteLine($"{served.Articles.Count} posts of {Path.GetFileName(folder)}: {silent.Count} lose words in silence, "
            + $"{reported} with a problem that names the loss");
        foreach (var (path, lost) in silent.Take(shown))
            Console.WriteLine($"    {path}: {lost.Count} words: {string.Join(' ', lost.Take(MaxWordsShown))}");
        return silent.Count;
    }

    private static IReadOnlyList<string> LostIn(string file, Article article) =>
        LostWords.Between(SourceText.Of(File.ReadAllText(file)), FeedText.Of(article));
}
