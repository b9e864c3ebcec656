using FeedApi.Content;
using FeedApi.Site;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>Settings that Jekyll accepts in another kind than it documents.</summary>
public sealed class LooseSettingsTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public static TheoryData<string> Accepted =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Content", "Jekyll", "accepted-settings.txt"))
            .Where(line => !line.StartsWith('#')),
    ];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Accepted))]
    public void A_setting_that_Jekyll_accepts_does_not_stop_the_start(string written)
    {
        var setting = written.Split('.') is [var section, var key] && !char.IsDigit(key[0]) ? $"{section}:\n  {key}" : written;
        var plugins = written.StartsWith("plugins", StringComparison.Ordinal) ? "" : "\nplugins: [jekyll-feed]";
        folder.WithExactly("_config.yml", setting + plugins);

        Assert.True(folder.Site().IsJekyll);
    }

    [Theory]
    [InlineData("title: [Tides, Moon]", "title is a list; it is read as \"Tides, Moon\"")]
    [InlineData("future: [a]", "future is a list; it is read as true")]
    [InlineData("show_drafts: 0", "show_drafts is a number; it is read as false")]
    [InlineData("feed: {posts_limit: 500}", "feed.posts_limit is 500; a feed has at most 100 articles, and its archives have the others")]
    [InlineData("feed: {posts_limit: 0}", "feed.posts_limit is 0; the default is used")]
    [InlineData("url: [a]", "url is a list; it is not used")]
    [InlineData("url: tides.example", "url has no scheme; it is read as \"https://tides.example\"")]
    [InlineData("url: //tides.example:8080/sea", "url has no scheme; it is read as \"https://tides.example:8080/sea\"")]
    [InlineData("{url: https://tides.example, baseurl: sea}", "baseurl does not begin with a slash; it is read as \"/sea\"")]
    [InlineData("defaults: [a, {values: {lang: de}}]", "defaults has entries that are no mappings; they are not used")]
    [InlineData("defaults: {values: {lang: de}}", "defaults is a mapping; it must be a list, so it has no effect, as in Jekyll")]
    [InlineData(
        "defaults: [{values: de}, {values: {lang: de}}]",
        "defaults has sets whose values are no mapping, or whose path is no text; they are not used")]
    public void What_is_not_used_as_written_is_told(string config, string expected)
    {
        var warning = Assert.Single(folder.WithExactly("_config.yml", config).Site().Warnings);

        Assert.Equal((1, expected), (warning.Line, $"{warning.Key} {warning.Message}"));
    }

    [Theory]
    [InlineData("url: tides.example", "https://tides.example", "")]
    [InlineData("url: https://tides.example/sea", "https://tides.example", "/sea")]
    [InlineData("{url: https://tides.example/sea/, baseurl: /blog}", "https://tides.example", "/sea/blog")]
    [InlineData("{url: 'https://tides.example', baseurl: sea/blog/}", "https://tides.example", "/sea/blog")]
    public void An_address_in_part_is_completed(string config, string url, string baseUrl)
    {
        folder.WithExactly("_config.yml", config);
        var site = SiteReader.Read(folder.Path, null, provisionalUrl: null);

        Assert.Equal((url, baseUrl), (site.Url, site.BaseUrl));
    }

    [Theory]
    [InlineData("---\ntitle: Tides\n---\n", null)]
    [InlineData("title: Tides\n---\ntitle: Moon\n", 2)]
    [InlineData("title: Tides\n--- Moon\n", 2)]
    [InlineData("title: Tides\n---\ntitle: [\n", 2)]
    [InlineData("title: Tides\n...\n", null)]
    public void Of_several_documents_the_first_is_read(string config, int? line)
    {
        var site = folder.WithExactly("_config.yml", config).Site();

        Assert.Equal("Tides", site.Title);
        Assert.Equal(line, site.Remarks.Select(remark => (int?)remark.Line).SingleOrDefault());
    }

    [Fact]
    public void A_posts_limit_over_100_means_100()
    {
        Assert.Equal(100, folder.WithExactly("_config.yml", "feed: {posts_limit: 1000}").Site().Feeds.PostsLimit);
        Assert.Null(folder.WithExactly("_config.yml", "feed: {posts_limit: -1}").Site().Feeds.PostsLimit);
        Assert.Throws<SiteConfigException>(() => folder.WithExactly("_config.yml", "feed: {posts_limit: many}").Site());
    }

    [Fact]
    public void The_feed_of_a_theme_is_not_that_of_the_plugin()
    {
        Assert.False(folder.WithExactly("_config.yml", "feed: /atom.xml").Site().Feeds.IsJekyll);
        Assert.Throws<SiteConfigException>(() => folder.WithExactly("_config.yml", "feed: /atom.xml\nplugins: [jekyll-feed]").Site());
    }

    [Fact]
    public void Templates_see_the_settings_as_written()
    {
        var site = folder.WithExactly("_config.yml", "title: [Tides, Moon]").Site();

        Assert.Equal("Tides, Moon", site.Title);
        Assert.IsType<FeedApi.Model.ConfigList>(site.Settings!.Find("title"));
    }

    [Fact]
    public async Task A_warning_is_logged()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_config.yml", "feed: {posts_limit: 101}"));

        Assert.Single(site.Log.All, entry => entry.EventId.Name == "setting-value");
    }
}
