using System.Globalization;
using FeedApi.Benchmarks.Fidelity;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>What Jekyll and FeedApi each made of one site.</summary>
public sealed class JekyllRun
{
    private readonly IReadOnlyDictionary<string, JekyllPost> theirs;
    private readonly IReadOnlyDictionary<string, Article> ours;
    private readonly IReadOnlyList<Problem> problems;

    private JekyllRun(
        IReadOnlyDictionary<string, JekyllPost> theirs, IReadOnlyDictionary<string, Article> ours, IReadOnlyList<Problem> problems) =>
        (this.theirs, this.ours, this.problems) = (theirs, ours, problems);

    /// <summary>Runs both; null where Jekyll is not installed.</summary>
    public static async Task<JekyllRun?> OfAsync(string config, IEnumerable<JekyllFixture> fixtures)
    {
        if (!File.Exists("/usr/bin/jekyll")) return null;
        using var folder = new ContentFolder();
        folder.WithExactly("_config.yml", config);
        foreach (var fixture in fixtures) folder.WithExactly(fixture.Path, fixture.Text);
        var theirs = await JekyllPost.ReadAllAsync(folder.Path);
        var (ours, problems) = OurPosts.Read(folder.Path);
        return new JekyllRun(theirs, ours, problems);
    }

    /// <summary>Fails unless a fixture comes out as it says.</summary>
    public void Verify(JekyllFixture fixture)
    {
        var jekyll = theirs.GetValueOrDefault(fixture.Path);
        var article = ours.GetValueOrDefault(fixture.Path);
        if (fixture.Outcome == Outcome.Same)
        {
            Assert.True(jekyll is not null, $"Jekyll does not publish {fixture.Path}.");
            Assert.True(
                article is not null,
                "FeedApi does not publish it. "
                    + string.Join('\n', problems.Where(problem => problem.File == fixture.Path).Select(problem => problem.Message)));
            Assert.Equal(Of(jekyll), Of(article));
            return;
        }

        Assert.True(jekyll is null, "Jekyll publishes it.");
        if (fixture.Outcome == Outcome.Hidden) Assert.True(article is null, "FeedApi publishes it.");
        else Assert.Contains(problems, problem => problem.File == fixture.Path);
    }

    // Jekyll has a category that is a number twice, once as number and once as text.
    private static string Of(JekyllPost post) => Lines(
        Uri.UnescapeDataString(post.Url),
        Uri.UnescapeDataString(post.Id),
        HtmlText.Of(post.Title),
        post.Date,
        [.. post.Categories.Distinct()],
        post.Tags);

    private static string Of(Article article) => Lines(
        article.Path, OurPosts.IdOf(article), HtmlText.Of(article.Title), article.Published,
        [.. article.Categories.Select(term => term.Name)], [.. article.Tags.Select(term => term.Name)]);

    private static string Lines(string url, string id, string title, DateTimeOffset date, string[] categories, string[] tags) => $"""
        url: {url}
        id: {id}
        title: {title}
        date: {date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}
        categories: {string.Join(" | ", categories)}
        tags: {string.Join(" | ", tags)}
        """;
}
