using FeedApi.Model;
using FeedApi.Rendering.Links;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Rules of newer versions of Hugo, and what FeedApi adds to Hugo's.</summary>
public sealed class HugoRuleTests
{
    private const string Config = "baseURL = 'https://tides.example/'\ntimeZone = 'Asia/Shanghai'\n";

    [Theory]
    [InlineData("build: {list: never}")]
    [InlineData("build: {render: never}")]
    [InlineData("Build: {List: LOCAL}")]
    [InlineData("headless: true")]
    [InlineData("draft: 1")]
    [InlineData("draft: \"t\"")]
    public void A_post_is_hidden(string frontMatter)
    {
        using var folder = new ContentFolder();

        Assert.True(PostOf(folder, frontMatter)!.IsHidden);
    }

    [Theory]
    [InlineData("build: 42")]
    [InlineData("build: {publishResources: false}")]
    [InlineData("build: {list: always, render: link}")]
    [InlineData("draft: \"f\"")]
    [InlineData("headless: false")]
    public void A_post_is_shown(string frontMatter)
    {
        using var folder = new ContentFolder();

        Assert.False(PostOf(folder, frontMatter)!.IsHidden);
    }

    [Theory]
    [InlineData("_build: {list: nevr}")]
    [InlineData("build: {render: [never]}")]
    [InlineData("_build:\n  list: hidden")]
    public void A_build_option_that_cannot_be_read_holds_the_post_back(string frontMatter)
    {
        using var folder = new ContentFolder();
        var reading = Site(folder, frontMatter).Read("content/posts/a.md");

        Assert.Null(reading.Post);
        Assert.Contains(
            reading.Problems, problem => problem is { Code: ProblemCodes.FieldType, Severity: ProblemSeverity.Error, Line: > 0 });
    }

    [Theory]
    [InlineData("{path: /posts/a}", "Given")]
    [InlineData("{path: /posts/a.md}", "Given")]
    [InlineData("{path: \"/posts/{a,b}\", kind: page}", "Given")]
    [InlineData("{path: /posts/b}", "")]
    [InlineData("{kind: section}", "")]
    [InlineData("{lang: de}", "")]
    [InlineData("{lang: \"{en,de}\"}", "Given")]
    [InlineData("{environment: prod*}", "Given")]
    public void A_target_is_written_without_underscore_and_matches_the_path_of_the_page(string target, string author)
    {
        using var folder = new ContentFolder();
        Site(folder, "x: 1").With("content/posts/_index.md", $"---\ncascade:\n- target: {target}\n  author: Given\n---\n");

        Assert.Equal(author, folder.Read("content/posts/a.md").Post!.Authors is [var one, ..] ? one.Name : "");
    }

    [Theory]
    [InlineData("content/posts/_index.html", "Given")]
    [InlineData("content/_index.markdown", "Given")]
    [InlineData("content/posts/_index.txt", "")]
    [InlineData("content/notes/_index.md", "")]
    public void A_page_of_a_section_cascades_in_any_format_of_posts(string path, string author)
    {
        using var folder = new ContentFolder();
        Site(folder, "x: 1").With(path, "---\ncascade: {author: Given}\n---\n");

        Assert.Equal(author, folder.Read("content/posts/a.md").Post!.Authors is [var one, ..] ? one.Name : "");
    }

    [Theory]
    [InlineData("url: /:section/:year/:slug/", "/posts/2024/my-title/")]
    [InlineData("url: /at 10:30/", "/at 10:30/")]
    [InlineData("url: /a:b", "/a:b/")]
    [InlineData("url: \"\"", "/posts/a/")]
    public void A_url_may_have_placeholders_and_other_colons(string frontMatter, string path)
    {
        using var folder = new ContentFolder();
        Site(folder, frontMatter + "\ntitle: My title");

        Assert.Equal(path, new Permalinks(folder.Site(url: null)).PathOf(folder.Read("content/posts/a.md").Post!).Path);
    }

    [Fact]
    public void A_name_of_which_nothing_is_left_gets_the_default_address()
    {
        using var folder = new ContentFolder();
        Site(folder, "slug: \"①\"");

        var (path, isAsAsked) = new Permalinks(folder.Site(url: null)).PathOf(folder.Read("content/posts/a.md").Post!);

        Assert.Equal(("/articles/a", false), (path, isAsAsked));
    }

    [Fact]
    public void In_a_folder_without_configuration_published_may_be_a_date()
    {
        using var folder = new ContentFolder();
        folder.With("a.md", "---\npublished: 2024-03-04\n---\nx\n").With("b.md", "---\ndate: 2024-03-05\npublished: false\n---\nx\n");

        Assert.Equal(new DateTimeOffset(2024, 3, 4, 0, 0, 0, TimeSpan.Zero), folder.Read("a.md").Post!.Published);
        Assert.Equal((false, true), (folder.Read("a.md").Post!.IsHidden, folder.Read("b.md").Post!.IsHidden));
    }

    [Fact]
    public void A_date_may_be_the_time_of_the_file()
    {
        using var folder = new ContentFolder();
        folder.With("hugo.toml", Config + "[frontmatter]\ndate = ['date', ':fileModTime']\nlastmod = [':filemodtime']\n")
            .With("content/posts/a.md", "---\ntitle: A\n---\nx\n")
            .With("content/posts/b.md", "---\ndate: 2024-01-02\n---\nx\n");
        var changed = new DateTimeOffset(2024, 3, 4, 5, 6, 7, TimeSpan.Zero);

        var undated = ReadAt(folder, "content/posts/a.md", changed);
        var dated = ReadAt(folder, "content/posts/b.md", changed);

        Assert.Equal(changed, undated.Published);
        Assert.Equal(
            (new DateTimeOffset(2024, 1, 2, 0, 0, 0, TimeSpan.FromHours(8)), (DateTimeOffset?)changed), (dated.Published, dated.Updated));
    }

    [Fact]
    public async Task A_changed_section_page_is_read_at_the_next_start()
    {
        await using var site = new TestSite { Arguments = [] };
        Site(site.Content, "x: 1").With("content/posts/_index.md", "---\ncascade: {author: Before}\n---\n");
        await site.StartAsync();
        var before = await AuthorOfAsync(site);

        await site.StopAsync();
        site.Content.With("content/posts/_index.md", "---\ncascade: {author: After}\n---\n");
        await site.RestartAsync();
        await TestSite.UntilAsync(async () => await AuthorOfAsync(site) == "After", "the post has the new author");

        Assert.Equal("Before", before);
    }

    [Theory]
    [InlineData("+++\ncascade = 'a'\n[[[\n+++\n", true)]
    [InlineData("+++\ntitle = 'a'\n[[[\n+++\n", false)]
    public void A_section_page_that_cannot_be_read_stops_the_start_if_it_could_hide_posts(string text, bool stops)
    {
        using var folder = new ContentFolder();
        Site(folder, "x: 1").With("content/posts/_index.md", text);

        var failure = Record.Exception(() => folder.Site(url: null));

        Assert.Equal(stops, failure?.Message.StartsWith("content/posts/_index.md:3", StringComparison.Ordinal) == true);
    }

    private static async Task<string?> AuthorOfAsync(TestSite site) =>
        (string?)(await site.JsonAsync("/api/v1/articles/a"))["authors"]?[0]?["name"];

    private static Post? PostOf(ContentFolder folder, string frontMatter) => Site(folder, frontMatter).Read("content/posts/a.md").Post;

    private static ContentFolder Site(ContentFolder folder, string frontMatter) => folder
        .With("hugo.toml", Config)
        .With("content/posts/a.md", $"---\ndate: 2024-01-02\n{frontMatter}\n---\nText.\n");

    private static Post ReadAt(ContentFolder folder, string path, DateTimeOffset changed)
    {
        File.SetLastWriteTimeUtc(folder.Full(path), changed.UtcDateTime);
        return folder.Read(path).Post!;
    }
}
