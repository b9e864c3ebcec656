using FeedApi.Content.Posts;
using FeedApi.Model;
using Xunit;

namespace FeedApi.Tests.Content.Posts;

/// <summary>
/// <c>published</c> and <c>draft</c> in Jekyll sites, Hugo sites and plain folders: <c>shown</c>, <c>hidden</c> or <c>held</c>, with
/// <c>told</c> where a warning says why. Recorded of Jekyll 4.3.1 and Hugo 0.111.3: neither shows what is hidden here without a warning,
/// but for <c>draft: true</c>, which Jekyll does not read outside of <c>_drafts</c>.
/// </summary>
public sealed class PostVisibilityTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("published: true", "shown")]
    [InlineData("published: yes", "shown")]
    [InlineData("published: On", "shown")]
    [InlineData("published: false", "hidden")]
    [InlineData("published: False", "hidden")]
    [InlineData("published: no", "hidden")]
    [InlineData("published: OFF", "hidden")]
    [InlineData("published: !!bool 'false'", "hidden")]
    [InlineData("published: \"true\"", "shown")]
    [InlineData("published: \"false\"", "hidden told")]
    [InlineData("published: ' False '", "hidden told")]
    [InlineData("published: 'no'", "hidden told")]
    [InlineData("published: n", "hidden told")]
    [InlineData("published: !!str false", "hidden told")]
    [InlineData("published:", "hidden told")]
    [InlineData("published: ~", "hidden told")]
    [InlineData("published: 2014-05-06", "shown told")]
    [InlineData("published: \"2014-05-06 10:00\"", "shown told")]
    [InlineData("published: 2135-05-06", "shown told")]
    [InlineData("published: maybe", "held")]
    [InlineData("published: flase", "held")]
    [InlineData("published: 0", "held")]
    [InlineData("published: 1", "held")]
    [InlineData("published: ''", "held")]
    [InlineData("published: [false]", "held")]
    [InlineData("published: {is: false}", "held")]
    [InlineData("draft: true", "hidden")]
    [InlineData("draft: \"true\"", "hidden")]
    [InlineData("draft: y", "hidden")]
    [InlineData("draft: false", "shown")]
    [InlineData("draft:", "shown")]
    [InlineData("draft: soon", "held")]
    [InlineData("draft: 2014-05-06", "held")]
    [InlineData("draft: [true]", "held")]
    [InlineData("draf: true", "held")]
    [InlineData("Draft: yes", "held")]
    [InlineData("publised: false", "held")]
    [InlineData("draf: false", "shown told")]
    public void In_a_Jekyll_site(string line, string expected) => Assert.Equal(expected, Of(folder.ReadPost($"---\n{line}\n---\nx")));

    [Theory]
    [InlineData("published: true", "shown")]
    [InlineData("published: false", "hidden")]
    [InlineData("published: no", "hidden")]
    [InlineData("published: n", "hidden")]
    [InlineData("published: 0", "hidden")]
    [InlineData("published: \"false\"", "hidden")]
    [InlineData("published: \"False\"", "hidden")]
    [InlineData("published: \"no\"", "hidden told")]
    [InlineData("PUBLISHED: false", "hidden")]
    [InlineData("published:", "hidden told")]
    [InlineData("published: maybe", "held")]
    [InlineData("published: [false]", "held")]
    [InlineData("published: {a: b}", "held")]
    [InlineData("published: false\ndraft: false", "shown told")]
    [InlineData("published: true\ndraft: true", "hidden")]
    [InlineData("draft: yes", "hidden")]
    [InlineData("draft: \"yes\"", "hidden told")]
    [InlineData("draft: y", "hidden")]
    [InlineData("draft: \"true\"", "hidden")]
    [InlineData("draft: 1", "hidden")]
    [InlineData("draft: 0", "shown")]
    [InlineData("draft: \"1\"", "hidden")]
    [InlineData("draft:", "shown")]
    [InlineData("draft: maybe", "held")]
    [InlineData("draft: [true]", "held")]
    [InlineData("draft: 2024-01-02", "held")]
    [InlineData("Draft: true", "hidden")]
    [InlineData("draft: \"on\"", "hidden told")]
    [InlineData("drfat: true", "held")]
    public void In_a_Hugo_site(string line, string expected) => Assert.Equal(expected, Of(Hugo($"date: 2024-01-01\n{line}")));

    [Theory]
    [InlineData("published: 2024-01-02", "2024-01-02 2024-01-02")]
    [InlineData("Published: \"2024-01-02T10:00:00Z\"", "2024-01-02 2024-01-02")]
    [InlineData("published: 2024-01-02\ndate: 2023-01-01", "2023-01-01 2024-01-02")]
    [InlineData("published: 2024-01-02\npubdate: 2024-03-04", "2024-03-04 2024-03-04")]
    [InlineData("published: 2135-01-02\ndate: 2023-01-01", "2023-01-01 2135-01-02")]
    [InlineData("published: true\ndate: 2023-01-01", "2023-01-01 2023-01-01")]
    public void A_date_under_published_is_a_date_in_a_Hugo_site_and_in_a_plain_folder(string lines, string dates)
    {
        using var plain = new ContentFolder();
        foreach (var reading in new[] { Hugo(lines), Read(plain, "notes/a.md", lines) })
        {
            Assert.Equal("shown", Of(reading));
            var shownFrom = reading.Post!.ShownFrom ?? reading.Post.Published;
            Assert.Equal(dates, $"{reading.Post.Published:yyyy-MM-dd} {shownFrom:yyyy-MM-dd}");
        }
    }

    [Theory]
    [InlineData("published: false", "hidden")]
    [InlineData("published: \"no\"", "hidden")]
    [InlineData("published:", "shown")]
    [InlineData("published: maybe", "held")]
    [InlineData("draft: maybe", "held")]
    [InlineData("draft: true", "hidden")]
    public void In_a_plain_folder(string line, string expected) =>
        Assert.Equal(expected, Of(Read(folder, "notes/2024-01-01-a.md", $"title: x\n{line}")));

    [Fact]
    public void In_TOML()
    {
        folder.WithExactly("hugo.toml", "baseURL = 'https://example.org/'\n");
        foreach (var (line, expected) in new[] { ("draft = 'soon'", "held"), ("draft = true", "hidden"), ("draft = 'true'", "hidden") })
        {
            folder.WithExactly("content/a.md", $"+++\ndate = 2024-01-01\n{line}\n+++\nx");
            Assert.Equal(expected, Of(folder.Read("content/a.md")));
        }
    }

    [Theory]
    [InlineData("unpublished: true", "published: maybe", "shown")]
    [InlineData("unpublished: true", "published: \"false\"", "shown")]
    [InlineData("show_drafts: true", "draft: soon", "shown")]
    [InlineData("defaults: [{scope: {path: ''}, values: {published: maybe}}]", "title: x", "held")]
    public void Settings_of_the_site_count(string config, string line, string expected)
    {
        folder.With("_config.yml", config + "\n");

        Assert.Equal(expected, Of(folder.ReadPost($"---\n{line}\n---\nx")));
    }

    [Theory]
    [InlineData("titel: x", "title")]
    [InlineData("tittle: x", "title")]
    [InlineData("Title: x", "title")]
    [InlineData("categorys: x", "categories")]
    [InlineData("catagories: [x]", "categories")]
    [InlineData("catergory: x", "category")]
    [InlineData("tgas: x", "tags")]
    [InlineData("autor: x", "author")]
    [InlineData("descripton: x", "description")]
    [InlineData("permlink: /x/", "permalink")]
    [InlineData("redirect_form: /x/", "redirect_from")]
    [InlineData("dat: 2024-01-01", "date")]
    [InlineData("publised: true", "published")]
    public void A_key_that_is_nearly_one_of_ours_is_told_with_its_name(string line, string nearest)
    {
        var reading = folder.ReadPost($"---\n{line}\n---\nx");

        Assert.NotNull(reading.Post);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemCodes.MisspelledKey, ProblemSeverity.Warning, 2), (problem.Code, problem.Severity, problem.Line));
        Assert.Contains($"did you mean {nearest}?", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layout: post\ncomments: true\ntoc: true\nkeywords: a\ncover: x\nsubtitle: x\nimages: [a.png]\nweight: 1\nuid: 7")]
    [InlineData("title: x\ntitel: y\ndate: 2024-01-01\ndata: z\ntags: [a]\ntabs: b")]
    [InlineData("meta: {titel: x}\nmath: true\npin: true\nrating: 5\nlink: x\ntype: y")]
    public void Other_keys_and_those_beside_the_right_one_are_not(string lines) =>
        Assert.Empty(folder.ReadPost($"---\n{lines}\n---\nx").Problems);

    [Fact]
    public void Every_fault_of_a_held_post_is_told()
    {
        var reading = folder.ReadPost("---\ntitel: x\ndraf: true\ncategorys: y\npublished: soon\n---\nx", "undated.md");

        Assert.Equal("held", Of(reading));
        Assert.Equal(
            "no-date misspelled-key 2 misspelled-key 3 misspelled-key 4 field-type 5",
            string.Join(' ', reading.Problems.Select(problem => $"{problem.Code} {problem.Line}".TrimEnd())));
    }

    private PostReading Hugo(string frontMatter)
    {
        folder.WithExactly("hugo.toml", "baseURL = 'https://example.org/'\n");
        return Read(folder, "content/posts/a.md", frontMatter);
    }

    private static PostReading Read(ContentFolder folder, string path, string frontMatter) =>
        folder.WithExactly(path, $"---\n{frontMatter}\n---\nx").Read(path);

    private static string Of(PostReading reading)
    {
        var told = reading.Problems.Any(problem => problem.Severity == ProblemSeverity.Warning) ? " told" : "";
        return reading.Post is not { } post ? "held" : (post.IsHidden ? "hidden" : "shown") + told;
    }
}
