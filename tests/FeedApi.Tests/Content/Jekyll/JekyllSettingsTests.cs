using System.Text;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Model;
using FeedApi.Site;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>Settings of Jekyll, where FeedApi says more than Jekyll or Jekyll cannot be asked.</summary>
public sealed class JekyllSettingsTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_fault_of_a_default_has_no_line_in_the_post()
    {
        folder.With("_config.yml", "defaults:\n  - scope: {path: \"\"}\n    values: {lang: not a language}");

        var problem = Assert.Single(folder.ReadPost("---\ntitle: T\n---\nx").Problems);

        Assert.Equal((ProblemCodes.FieldType, null, null), (problem.Code, problem.Line, problem.Column));
        Assert.Contains("defaults of _config.yml", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_defaults_and_post_are_merged()
    {
        folder.With("_config.yml", "defaults:\n  - values: {image: {path: /a.png, alt: default}, extra: {a: 1, b: 2}}");

        var post = folder.Shown("image: {alt: own}\nextra: {b: 3}");

        Assert.Equal(new PostImage("/a.png", "own"), post.Image);
        Assert.Equal("""{"extra":{"a":1,"b":3}}""", post.Meta!.ToJsonString());
    }

    [Fact]
    public void Defaults_say_nothing_without_Jekyll()
    {
        folder.With("_config.yml", "defaults:\n  - values: {title: Default}\nfeedapi:\n  jekyll: false");

        Assert.Equal("A Post", folder.Shown("lang: en").Title);
    }

    [Theory]
    [InlineData("defaults:\n  - values: {lang: de}")]
    [InlineData("unpublished: true")]
    [InlineData("show_drafts: true")]
    [InlineData("exclude: [old]")]
    [InlineData("include: [_old]")]
    [InlineData("collections_dir: things")]
    [InlineData("encoding: gbk")]
    [InlineData("feedapi:\n  local_dates: true")]
    public void A_changed_setting_makes_every_post_be_read_again(string config)
    {
        var before = folder.With("_config.yml", "title: T").Site().Fingerprint;

        Assert.NotEqual(before, folder.With("_config.yml", "title: T\n" + config).Site().Fingerprint);
    }

    [Theory]
    [InlineData("permalink: prety", "did you mean pretty")]
    [InlineData("permalink: /:yaer/:title/", "did you mean year")]
    [InlineData("encoding: klingon", "the name of an encoding")]
    [InlineData("source: ../other", "below the content folder")]
    [InlineData("source: missing", "below the content folder")]
    [InlineData("source: /etc", "below the content folder")]
    [InlineData("collections_dir: ../x", "below the content folder")]
    [InlineData("exclude: {a: b}", "a list of non-empty strings")]
    public void A_wrong_setting_stops_the_start(string config, string expected)
    {
        folder.With("_config.yml", config);

        var failure = Assert.Throws<SiteConfigException>(() => folder.Site());

        Assert.StartsWith("_config.yml:1: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_site_may_lie_in_a_folder_beside_its_settings()
    {
        folder.With("_config.yml", "source: ./site\ntitle: T").With("site/_posts/2024-01-01-a.md", "x").With("_posts/2024-01-02-b.md", "x");

        var site = folder.Site();

        Assert.Equal(folder.Full("site"), site.ContentFolder);
        Assert.Equal("_posts/2024-01-01-a.md", Assert.Single(new PostFiles(site).List(TestContext.Current.CancellationToken).Files).Path);
    }

    [Fact]
    public void Posts_may_be_in_another_encoding()
    {
        folder.With("_config.yml", "encoding: shift_jis");
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("shift_jis")!.GetBytes("---\ntitle: 潮の話\n---\nx");

        Assert.Equal("潮の話", folder.ReadPost(bytes).Post!.Title);
        Assert.Equal("潮の話", folder.ReadPost([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("---\ntitle: 潮の話\n---\nx")]).Post!.Title);
    }

    [Fact]
    public void Bytes_that_are_not_in_the_chosen_encoding_hold_the_post()
    {
        folder.With("_config.yml", "encoding: us-ascii");

        var reading = folder.ReadPost([0x41, 0xFF]);

        Assert.Null(reading.Post);
        Assert.Equal(ProblemCodes.Encoding, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void A_name_that_Jekyll_passes_over_is_told_and_the_post_shown()
    {
        var reading = folder.ReadPost("---\ndate: 2024-01-01\n---\nx", "undated.md");

        Assert.Equal("Undated", reading.Post!.Title);
        Assert.Equal((ProblemCodes.NotInJekyll, ProblemSeverity.Warning), (reading.Problems[0].Code, reading.Problems[0].Severity));
    }

    [Fact]
    public void A_post_in_a_format_that_is_not_read_is_told()
    {
        folder.With("_config.yml", "title: T")
            .With("_posts/2024-01-01-a.txt", "x")
            .With("_posts/notes.txt", "x")
            .With("_posts/2024-01-01-photo.jpg", "x");

        var listing = new PostFiles(folder.Site()).List(TestContext.Current.CancellationToken);

        Assert.Empty(listing.Files);
        Assert.Equal(
            (ProblemCodes.UnknownFormat, "_posts/2024-01-01-a.txt"), (Assert.Single(listing.Problems).Code, listing.Problems[0].File));
    }

    [Fact]
    public void A_draft_without_a_date_has_that_of_its_last_change()
    {
        folder.With("_config.yml", "show_drafts: true\ntimezone: Asia/Shanghai").With("_drafts/idea.md", "---\ntitle: T\n---\nx");
        File.SetLastWriteTimeUtc(folder.Full("_drafts/idea.md"), new DateTime(2024, 5, 6, 20, 0, 0, DateTimeKind.Utc).AddTicks(5));
        var site = folder.Site();

        var file = Assert.Single(new PostFiles(site).List(TestContext.Current.CancellationToken).Files);
        var reading = new PostReader(site).Read(file, TestContext.Current.CancellationToken);

        Assert.Equal(new DateTimeOffset(2024, 5, 7, 4, 0, 0, TimeSpan.FromHours(8)), reading.Post!.Published);
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void Paths_are_judged_like_files()
    {
        folder.With("_config.yml", "exclude: [old]\nshow_drafts: true").With("_posts/2024-01-01-a.md", "x");
        var files = new PostFiles(folder.Site());

        Assert.True(files.IsPostPath("_posts/2024-01-02-b.md"));
        Assert.True(files.IsPostPath("_drafts/c.md"));
        Assert.False(files.IsPostPath("old/_posts/2024-01-02-b.md"));
        Assert.False(files.IsPostPath("_hidden/_posts/2024-01-02-b.md"));
        Assert.False(files.IsPostPath("_posts/_hidden/2024-01-02-b.md"));
        Assert.False(files.IsPostPath("pages/c.md"));
    }
}
