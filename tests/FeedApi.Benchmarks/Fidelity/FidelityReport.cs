using System.Globalization;
using FeedApi.Model;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>
/// Compares FeedApi with Jekyll on one site, post by post, and prints a percentage and the first differences for each property.
/// </summary>
public sealed class FidelityReport
{
    private const int DifferencesShown = 5;
    private const int Context = 60;

    private readonly IReadOnlyDictionary<string, JekyllPost> theirs;
    private readonly IReadOnlyDictionary<string, Article> ours;
    private readonly IReadOnlyDictionary<string, Article> cut;

    private FidelityReport(
        IReadOnlyDictionary<string, JekyllPost> theirs,
        IReadOnlyDictionary<string, Article> ours,
        IReadOnlyDictionary<string, Article> cut) =>
        (this.theirs, this.ours, this.cut) = (theirs, ours, cut);

    /// <summary>Runs both over a site that lies in a folder.</summary>
    public static async Task<int> RunAsync(string site)
    {
        var theirs = await JekyllPost.ReadAllAsync(site);
        var (ours, problems) = OurPosts.Read(site);
        new FidelityReport(theirs, ours, OurPosts.Read(site, cutsExcerpts: true).Articles).Print();
        foreach (var problem in problems) Console.WriteLine($"problem {problem.Code}: {problem.File}:{problem.Line}: {problem.Message}");
        return 0;
    }

    private void Print()
    {
        PrintPosts();
        Compare("url", post => Uri.UnescapeDataString(post.Url), article => article.Path);
        Compare("id", post => Uri.UnescapeDataString(post.Id), OurPosts.IdOf);
        Compare("title", post => OneLine(post.Title), TitleOf);
        Compare("date", post => InstantOf(post.Date), article => InstantOf(article.Published));
        Compare(
            "categories",
            post => string.Join(" | ", post.Categories),
            article => string.Join(" | ", article.Categories.Select(term => term.Name)));
        Compare("tags", post => string.Join(" | ", post.Tags), article => string.Join(" | ", article.Tags.Select(term => term.Name)));
        Compare(
            "body", post => post.Failure is null ? HtmlText.Of(post.Html) : null, article => HtmlText.Of(article.PageHtml ?? article.Html));
        Compare("excerpt", ExcerptOf, SummaryOf);
    }

    private void PrintPosts()
    {
        var all = theirs.Keys.Union(ours.Keys).Order(StringComparer.Ordinal).ToArray();
        var different = all.Where(path => theirs.ContainsKey(path) != ours.ContainsKey(path)).ToArray();
        PrintFigure("posts", all.Length - different.Length, all.Length);
        foreach (var path in different.Take(DifferencesShown))
            Console.WriteLine($"    {path}: only {(ours.ContainsKey(path) ? "FeedApi" : "Jekyll")} has it");
    }

    // A null from Jekyll means that it has nothing to compare with.
    private void Compare(string property, Func<JekyllPost, string?> theirValue, Func<Article, string> ourValue)
    {
        List<string> differences = [];
        var compared = 0;
        foreach (var (path, post) in theirs)
        {
            if (!ours.TryGetValue(path, out var article) || theirValue(post) is not { } expected) continue;
            compared++;
            var actual = ourValue(article);
            if (!IsSame(expected, actual)) differences.Add($"{path}\n{Difference(expected, actual)}");
        }

        PrintFigure(property, compared - differences.Count, compared);
        foreach (var difference in differences.Take(DifferencesShown)) Console.WriteLine($"    {difference}");
    }

    private static string? ExcerptOf(JekyllPost post) =>
        post.Failure is null && post.Excerpt is not null ? HtmlText.Of(post.Excerpt) : null;

    // Titles of ours are plain text, Jekyll's may have markup.
    private string TitleOf(Article article)
    {
        var theirTitle = theirs[article.SourcePath].Title;
        return OneLine(article.Title) == HtmlText.Of(theirTitle) ? OneLine(theirTitle) : OneLine(article.Title);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A description goes before the excerpt in FeedApi, as in jekyll-feed; Jekyll itself knows excerpts only.
    private string SummaryOf(Article article) =>
        IsSame(HtmlText.Of(theirs[article.SourcePath].Excerpt ?? ""), article.Summary) ? article.Summary : cut[article.SourcePath].Summary;

    // Summaries end after 280 chars, excerpts do not: the text is compared as far as a summary goes.
    private static bool IsSame(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.Ordinal)
        || (actual.EndsWith('…') && expected.StartsWith(actual[..^1], StringComparison.Ordinal));

    private static string InstantOf(DateTimeOffset date) => date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Difference(string expected, string actual)
    {
        var at = 0;
        while (at < Math.Min(expected.Length, actual.Length) && expected[at] == actual[at]) at++;
        return $"      Jekyll:  {Around(expected, at)}\n      FeedApi: {Around(actual, at)}";
    }

    private static string Around(string text, int at)
    {
        var from = Math.Max(0, at - Context);
        return text[from..Math.Min(text.Length, at + Context)];
    }

    private static void PrintFigure(string property, int equal, int all) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{property,-12} {(all == 0 ? 100 : 100.0 * equal / all),7:0.00} %  {equal} of {all}"));
}
