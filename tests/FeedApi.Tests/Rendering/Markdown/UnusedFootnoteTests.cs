using FeedApi.Benchmarks.Fidelity;
using FeedApi.Model;
using FeedApi.Tests.Content;
using Xunit;

namespace FeedApi.Tests.Rendering.Markdown;

public sealed class UnusedFootnoteTests
{
    public static TheoryData<string, string> Sites => new()
    {
        { "plain", "" },
        { "_config.yml", "title: Tides\n" },
        { "config.toml", "baseURL = 'https://tides.example/'\n" },
    };

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_footnote_that_nothing_refers_to_is_left_out_with_a_problem(string file, string config)
    {
        var (article, problem) = Read(file, config, "One[^a].\n\n[^a]: First.\n[^b]: Lost *words*.\n\n[^c]: More.\n");

        Assert.Contains("First.", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lost", article.Html, StringComparison.Ordinal);
        Assert.Equal(ProblemSeverity.Warning, problem!.Severity);
        foreach (var words in new[] { "[^b]", "Lost", "words", "[^c]", "More." })
            Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("First", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void It_leaves_no_empty_list_behind(string file, string config)
    {
        var (article, problem) = Read(file, config, "One.\n\n[^b]: Lost.\n");

        Assert.Equal("<p>One.</p>", article.Html);
        Assert.NotNull(problem);
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Of_two_with_one_name_the_other_is_named(string file, string config)
    {
        var (article, problem) = Read(file, config, "One[^a].\n\n[^a]: First.\n\n[^a]: Second.\n");

        // kramdown takes the last one, goldmark the first.
        var (shown, lost) = file == "_config.yml" ? ("Second.", "First.") : ("First.", "Second.");
        Assert.Contains(shown, article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(lost, article.Text, StringComparison.Ordinal);
        Assert.Contains(lost, problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Footnotes_in_use_are_no_problem(string file, string config) =>
        Assert.Null(Read(file, config, "One[^a] and two[^b].\n\n[^a]: First, see [^c].\n[^b]: Second.\n[^c]: Third.\n").Problem);

    private static (Article Article, Problem? Problem) Read(string file, string config, string body)
    {
        using var folder = new ContentFolder();
        if (file != "plain") folder.WithExactly(file, config);
        var path = file switch { "plain" => "tide.md", "_config.yml" => "_posts/2024-01-01-tide.md", _ => "content/tide.md" };
        folder.WithExactly(path, $"---\ntitle: Tide\ndate: 2024-01-01\n---\n{body}");
        var (articles, problems) = OurPosts.Read(folder.Path);
        return (articles.Values.Single(), problems.SingleOrDefault(problem => problem.Code == ProblemCodes.UnusedFootnote));
    }
}
