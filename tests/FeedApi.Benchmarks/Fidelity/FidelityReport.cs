using System.Globalization;
using FeedApi.Content;
using FeedApi.Model;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary>
/// Compares FeedApi with the generator of one site, post by post, and prints a percentage and the first differences for each property.
/// </summary>
/// <param name="folder">The site.</param>
/// <param name="theirs">What the generator makes of it.</param>
/// <param name="ours">What FeedApi publishes of it.</param>
/// <param name="substituted">What the generator's bodies say without what cannot pass.</param>
/// <param name="shown">How many differences are printed for each property.</param>
internal sealed class FidelityReport(string folder, ExpectedSite theirs, ServedSite ours, Substituted substituted, int shown)
{
    /// <summary>Serves the site and prints the report.</summary>
    /// <param name="folder">The site.</param>
    /// <param name="theirs">What its generator makes of it.</param>
    /// <param name="shown">How many differences are printed for each property.</param>
    /// <param name="bodies">Where the texts of bodies that differ are written; null: nowhere.</param>
    /// <returns>0: a difference is a figure and no failure.</returns>
    public static async Task<int> RunAsync(string folder, ExpectedSite theirs, int shown, string? bodies)
    {
        var substituted = new Substituted(SiteReader.Read(folder, null, provisionalUrl: "http://localhost:5000"));
        var report = new FidelityReport(folder, theirs, await ServedSite.ReadAsync(folder), substituted, shown);
        report.PrintPosts();
        report.PrintProperties();
        if (theirs.Generator == "Jekyll") report.PrintJekyllProperties();
        report.PrintNotes();
        if (bodies is not null) report.WriteBodies(bodies);
        return 0;
    }

    // What has no date is no post to FeedApi, which says so, and neither right nor wrong here; nor is what the generator stopped at.
    private void PrintPosts()
    {
        var undated = theirs.Posts.Values.Where(post => post.Date is null).Select(post => post.Path).ToHashSet(StringComparer.Ordinal);
        string[] all =
        [
            .. theirs.Posts.Keys.Union(ours.Articles.Keys).Except(theirs.Refused).Where(path => !undated.Contains(path))
                .Order(StringComparer.Ordinal)
        ];
        var different = all.Where(path => theirs.Posts.ContainsKey(path) != ours.Articles.ContainsKey(path))
            .Select(path => $"{path}: only {(ours.Articles.ContainsKey(path) ? "FeedApi" : theirs.Generator)} has it");
        Figure.Print("posts", all.Length, [.. different], shown);
        if (undated.Count > 0)
            Console.WriteLine($"    {undated.Count} pages without a date, {undated.Count(ours.Articles.ContainsKey)} of them shown");
    }

    private void PrintProperties()
    {
        Compare("address", post => post.Url, (_, article) => article.Path);
        Compare("date", post => InstantOf(post.Date!.Value), (_, article) => InstantOf(article.Published));
        Compare("title", post => OneLine(post.Title), TitleOf);
        Compare("categories", post => ListOf(post.Categories), (post, article) => NamesOf(article.Categories, post.Categories));
        Compare("tags", post => ListOf(post.Tags), (post, article) => NamesOf(article.Tags, post.Tags));
        Compare("language", post => post.Languages is [var first, ..] ? first : null, LanguageOf);
        Compare("body", ExpectedTextOf, (_, article) => TextOf(article));
    }

    private string? ExpectedTextOf(ExpectedPost post)
    {
        if (post.Html is null) return null;
        var source = File.ReadAllText(Path.Combine(folder, post.Path));
        return ComparableText.Of(substituted.Of(post.Html, new Uri("http://localhost" + post.Url).AbsolutePath, source));
    }

    private static string TextOf(Article article) => ComparableText.Of(article.PageHtml ?? article.Html);

    // Two files beside each other, of one word a line, as programs compare texts.
    private void WriteBodies(string target)
    {
        if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        Directory.CreateDirectory(target);
        foreach (var (path, post) in theirs.Posts)
        {
            if (post.Date is null || !ours.Articles.TryGetValue(path, out var article)) continue;
            if (ExpectedTextOf(post) is not { } expected) continue;
            var actual = TextOf(article);
            if (expected == actual) continue;
            var name = Path.Combine(target, path.Replace('/', '_'));
            File.WriteAllText(name + ".expected", LinesOf(expected));
            File.WriteAllText(name + ".actual", LinesOf(actual));
        }
    }

    private static string LinesOf(string text) => text.Replace(' ', '\n') + '\n';

    // Of each post on its own, whatever the site has set: feeds may have other ids, and summaries of front matter.
    private void PrintJekyllProperties()
    {
        var articles = OurPosts.Read(folder).Articles;
        var cut = OurPosts.Read(folder, cutsExcerpts: true).Articles;
        // A post with an id of its own has that one in feeds.
        Compare(
            "id",
            post => articles.GetValueOrDefault(post.Path)?.Guid.StartsWith("tag:", StringComparison.Ordinal) == true ? null : post.Id,
            (_, article) => OurPosts.IdOf(article),
            articles);
        Compare(
            "excerpt",
            post => post.Excerpt is null ? null : ComparableText.Of(post.Excerpt),
            (post, article) => SummaryOf(post, article, cut[article.SourcePath]),
            articles);
    }

    private void PrintNotes()
    {
        foreach (var note in theirs.Notes) Console.WriteLine($"note: {note}");
        foreach (var problem in ours.Problems)
            Console.WriteLine($"problem {problem.Code}: {problem.File}:{problem.Line}: {problem.Message}");
    }

    // A null from the generator means that it has nothing to compare with.
    private void Compare(
        string property,
        Func<ExpectedPost, string?> theirValue,
        Func<ExpectedPost, Article, string> ourValue,
        IReadOnlyDictionary<string, Article>? articles = null)
    {
        List<string> differences = [];
        var compared = 0;
        foreach (var (path, post) in theirs.Posts)
        {
            if (post.Date is null || !(articles ?? ours.Articles).TryGetValue(path, out var article)) continue;
            if (theirValue(post) is not { } expected) continue;
            compared++;
            var actual = ourValue(post, article);
            if (!IsSame(expected, actual)) differences.Add($"{path}\n{Figure.Difference(theirs.Generator, expected, actual)}");
        }

        Figure.Print(property, compared, differences, shown);
    }

    // Titles of ours are plain text, those of generators may have markup.
    private static string TitleOf(ExpectedPost post, Article article) =>
        OneLine(article.Title) == HtmlText.Of(post.Title) ? OneLine(post.Title) : OneLine(article.Title);

    // All posts show one spelling of a name, the most used one.
    private static string NamesOf(IReadOnlyList<Term> terms, IReadOnlyList<string> expected)
    {
        var names = terms.Select(term => term.Name).ToArray();
        return KeysOf(names).SequenceEqual(KeysOf(expected)) ? ListOf(expected) : ListOf(names);
    }

    private static IEnumerable<string> KeysOf(IEnumerable<string> names) => names.Select(Slug.KeyOf).Distinct();

    private static string ListOf(IEnumerable<string> names) => string.Join(" | ", names.Distinct());

    private static string LanguageOf(ExpectedPost post, Article article) =>
        post.Languages.FirstOrDefault(known => IsSameLanguage(known, article.Language)) is null ? article.Language : post.Languages[0];

    // Hugo has a short key where the site's configuration names a region.
    private static bool IsSameLanguage(string known, string language) =>
        (language + "-").StartsWith(known.Replace('_', '-') + "-", StringComparison.OrdinalIgnoreCase);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A description goes before the excerpt in FeedApi, as in jekyll-feed; Jekyll itself knows excerpts only.
    private static string SummaryOf(ExpectedPost post, Article article, Article cut)
    {
        var summary = ComparableText.OfText(article.Summary);
        return IsSame(ComparableText.Of(post.Excerpt ?? ""), summary) ? summary : ComparableText.OfText(cut.Summary);
    }

    // Summaries end after 280 chars, excerpts do not: the text is compared as far as a summary goes.
    private static bool IsSame(string expected, string actual) =>
        string.Equals(expected, actual, StringComparison.Ordinal)
        || (actual.EndsWith('…') && expected.StartsWith(actual[..^1], StringComparison.Ordinal));

    private static string InstantOf(DateTimeOffset date) => date.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
}
