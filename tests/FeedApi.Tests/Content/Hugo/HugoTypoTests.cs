using FeedApi.Model;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Keys that hide posts of Hugo sites, nearly spelt right: in posts, in pages of sections and in what these cascade.</summary>
public sealed class HugoTypoTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("draf: true", "draf is not a key that is read (did you mean draft?).")]
    [InlineData("drafts: true", "drafts is not a key that is read (did you mean draft?).")]
    [InlineData("draft: tru", "draft is neither true nor false.")]
    [InlineData("draft: [true]", "draft is neither true nor false.")]
    [InlineData("publised: false", "publised is not a key that is read (did you mean published?).")]
    [InlineData("publish: false", "publish is not a key that is read (did you mean published or publishDate?).")]
    [InlineData("publishDat: 2135-01-01", "publishDat is not a key that is read (did you mean publishDate?).")]
    [InlineData("casade: {draft: true}", "casade is not a key that is read (did you mean cascade?).")]
    [InlineData("cascades: [{_build: {list: never}}]", "cascades is not a key that is read (did you mean cascade?).")]
    [InlineData("cascade: {draf: true}", "draf is not a key that is read (did you mean draft?).")]
    [InlineData("cascade: {draft: tru}", "draft is neither true nor false.")]
    [InlineData("cascade: {_build: {lst: never}}", "lst is not a key that is read (did you mean list?).")]
    [InlineData("cascade: {_build: {list: nevr}}", "The build option list must be always or never.")]
    [InlineData("cascade: {_bild: {list: never}}", "_bild is not a key that is read (did you mean _build?).")]
    [InlineData("cascade: {_build: never}", "_build must be a mapping of build options, such as list: never.")]
    [InlineData("cascade: {headles: true}", "headles is not a key that is read (did you mean headless?).")]
    [InlineData("cascade: [{_target: {kind: page}, draf: true}]", "draf is not a key that is read (did you mean draft?).")]
    public void A_section_page_that_may_be_meant_to_hide_posts_holds_them_back(string line, string message)
    {
        var reading = Site("x: 1").With("content/posts/_index.md", $"---\ntitle: Posts\n{line}\n---\n").Read("content/posts/a.md");

        Assert.Null(reading.Post);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.EndsWith($"content/posts/_index.md:3: {message}", problem.Message, StringComparison.Ordinal);
        var own = Assert.Single(folder.Site(url: null).Problems);
        Assert.Equal(("content/posts/_index.md", (int?)3, message), (own.File, own.Line, own.Message));
    }

    [Theory]
    [InlineData("titel: Posts", 1)]
    [InlineData("cascade: {categorys: [a]}", 1)]
    [InlineData("casade: {author: Mara}", 1)]
    [InlineData("draft: n", 0)]
    [InlineData("headles: true", 0)]
    [InlineData("build: {lst: never}", 0)]
    [InlineData("cascade: [{_target: {kind: section}, draf: true}]", 1)]
    [InlineData("cascade: [{_target: {path: /notes/**}, draf: true}]", 1)]
    [InlineData("Title: Posts\nlinkTitle: P\nweight: 3\nLayout: x", 0)]
    public void Other_typing_errors_of_a_section_page_are_a_problem_and_hide_nothing(string line, int problems)
    {
        Site("x: 1").With("content/posts/_index.md", $"---\n{line}\n---\n");

        Assert.False(folder.Read("content/posts/a.md").Post!.IsHidden);
        Assert.Equal(problems, folder.Site(url: null).Problems.Count);
    }

    [Theory]
    [InlineData("headles: true")]
    [InlineData("publish: false")]
    [InlineData("build: never")]
    [InlineData("Build: local")]
    [InlineData("build: false")]
    [InlineData("_build: nothing")]
    [InlineData("build: {lst: never}")]
    [InlineData("_build: {rendr: false}")]
    [InlineData("biuld: {list: never}")]
    [InlineData("expiryDat: 2010-01-01")]
    public void A_post_whose_key_may_be_meant_to_hide_it_is_held_back(string line)
    {
        var reading = Site(line).Read("content/posts/a.md");

        Assert.Null(reading.Post);
        Assert.Equal((ProblemSeverity.Error, (int?)3), (Assert.Single(reading.Problems).Severity, reading.Problems[0].Line));
    }

    [Theory]
    [InlineData("build: nightly")]
    [InlineData("built: {with: care}")]
    [InlineData("publish: Mara Press")]
    [InlineData("publish: true")]
    [InlineData("build: {lst: 7}")]
    [InlineData("build: {publishResources: false}")]
    public void Keys_of_themes_hold_nothing_back(string line) => Assert.False(Site(line).Read("content/posts/a.md").Post!.IsHidden);

    [Theory]
    [InlineData("_posts/")]
    [InlineData("")]
    public void So_it_is_on_other_sites(string place)
    {
        folder.With($"{place}2024-01-02-a.md", "---\npublish: false\n---\nText.\n")
            .With($"{place}2024-01-03-b.md", "---\npublishdate: 2135-01-01\n---\nText.\n")
            .With($"{place}2024-01-04-c.md", "---\npublishDat: 2135-01-01\n---\nText.\n");

        Assert.Equal("misspelled-key", Assert.Single(folder.Read($"{place}2024-01-02-a.md").Problems).Code);
        Assert.Equal(2135, folder.Read($"{place}2024-01-03-b.md").Post!.ShownFrom!.Value.Year);
        Assert.Null(folder.Read($"{place}2024-01-04-c.md").Post);
    }

    // Recorded of Hugo 0.111.3.
    [Theory]
    [InlineData("cascade: [{publishDate: 2099-01-01, _target: {kind: section}}]", false)]
    [InlineData("cascade: [{expiryDate: 2001-01-01, _target: {kind: section}}]", false)]
    [InlineData("cascade: [{publishdate: 2099-01-01, _target: {kind: section}}]", true)]
    [InlineData("cascade: [{draft: true, _target: {kind: section}}]", true)]
    [InlineData("cascade: [{date: 2099-01-01, _target: {kind: section}}]", true)]
    [InlineData("cascade: [{published: false, _target: {kind: section}}]", true)]
    [InlineData("cascade: [{_build: {list: never}, _target: {kind: section}}]", false)]
    [InlineData("cascade: {_build: {list: never}}", true)]
    [InlineData("cascade: {draft: true}", true)]
    [InlineData("headless: true", false)]
    [InlineData("build: {list: never}", false)]
    [InlineData("_build: {list: never, render: never}", false)]
    [InlineData("publishDate: 2099-01-01", true)]
    [InlineData("draft: y", true)]
    public void A_section_hides_what_Hugo_hides(string line, bool isHidden)
    {
        Site("x: 1").With("content/posts/_index.md", $"---\ntitle: P\n{line}\n---\n");

        Assert.Equal(isHidden, folder.Read("content/posts/a.md").Post!.IsHidden);
    }

    [Fact]
    public void Headless_hides_a_page_with_a_warning_where_Hugo_111_shows_it()
    {
        Site("x: 1").With("content/posts/_index.md", "---\ncascade: {headless: true}\n---\n")
            .With("content/posts/b/index.md", "---\ndate: 2024-01-02\n---\nText.\n");

        var (page, bundle) = (folder.Read("content/posts/a.md"), folder.Read("content/posts/b/index.md"));

        Assert.Equal((true, true), (page.Post!.IsHidden, bundle.Post!.IsHidden));
        Assert.Equal("field-type", Assert.Single(page.Problems).Code);
        Assert.Empty(bundle.Problems);
    }

    [Fact]
    public async Task The_problem_of_a_section_page_is_listed_and_goes_when_it_is_mended()
    {
        await using var site = new TestSite { Arguments = [] };
        Site(site.Content, "x: 1").With("content/posts/_index.md", "---\ntitle: P\ndraf: true\n---\n");
        await site.StartAsync();

        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 2, "the page and the post have a problem");
        site.Content.With("content/posts/_index.md", "---\ntitle: P\ndraft: false\n---\n");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "no problem is left");

        Assert.Equal("a", (string?)(await site.JsonAsync("/api/v1/articles/a"))["id"]);
    }

    private ContentFolder Site(string frontMatter) => Site(folder, frontMatter);

    private static ContentFolder Site(ContentFolder folder, string frontMatter) => folder
        .With("hugo.toml", "baseURL = 'https://tides.example/'\n")
        .With("content/posts/a.md", $"---\ndate: 2024-01-02\n{frontMatter}\n---\nText.\n");
}
