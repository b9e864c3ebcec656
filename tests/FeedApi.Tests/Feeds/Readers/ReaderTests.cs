using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using Xunit;

namespace FeedApi.Tests.Feeds.Readers;

/// <summary>
/// Six parsers that we did not write read the sample site: the first content of each item is the article, and its enclosures are what can
/// be played. What each of them needs is in docs/readers.md.
/// </summary>
public sealed partial class ReaderTests(ReaderSite site) : IClassFixture<ReaderSite>
{
    private const string Folder = "tests/FeedApi.Tests/Feeds/Readers";
    private const string NoFeedparser = "Install python3-feedparser.";
    private const string NoXmlFeed = "Install libxml-feed-perl.";
    private const string NoNode = $"Install nodejs and npm, and run npm ci in {Folder}.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Fact]
    public void The_sample_site_has_pictures_and_audio()
    {
        Assert.Contains(site.Articles.Values, article => article["image"] is not null);
        Assert.Contains(site.Feeds, feed => feed.Items.Any(item => item.Enclosures.Count > 0));
        Assert.All(
            site.Feeds.SelectMany(feed => feed.Items.SelectMany(item => item.Enclosures)),
            address => Assert.EndsWith(".mp3", address, StringComparison.Ordinal));
    }

    [Fact]
    public void The_content_of_an_item_holds_what_the_API_gives_of_the_article()
    {
        foreach (var item in site.Feeds.SelectMany(feed => feed.Items))
            Assert.Contains(TextOf((string)site.Articles[item.Id]["content_html"]!), TextOf(item.Content), StringComparison.Ordinal);
    }

    [Fact]
    public Task Pythons_feedparser_shows_the_articles() => AssertReadAsync(
        ["rss", "atom"], files => ReadAsync("/usr/bin/python3", [Script("read-feedparser.py"), .. files], NoFeedparser, "No module named"));

    [Fact]
    public Task Perls_XML_Feed_shows_the_articles() => AssertReadAsync(
        ["rss", "atom"],
        files => ReadAsync("/usr/bin/perl", [Script("read-xml-feed.pl"), .. files], NoXmlFeed, "Can't locate XML/Feed.pm"));

    [Theory]
    [InlineData("feedsmith", "rss", "atom", "json")]
    [InlineData("feedparser", "rss", "atom")]
    [InlineData("rss-parser", "rss", "atom")]
    public Task A_parser_of_npm_shows_the_articles(string parser, params string[] formats) => AssertReadAsync(
        formats,
        files => ReadAsync("node", [Script("read.mjs"), parser, .. files], NoNode, "ERR_MODULE_NOT_FOUND"),
        // It knows enclosures of RSS only.
        hasEnclosures: format => parser != "rss-parser" || format == "rss");

    [Fact]
    public async Task Newsboat_shows_the_articles()
    {
        foreach (var feed in site.Feeds.Where(feed => feed.Format != "json"))
            AssertSame(feed, await NewsboatRun.ReadAsync(new Uri(site.Site.Client.BaseAddress!, feed.Address)));
    }

    private async Task AssertReadAsync(
        string[] formats, Func<IEnumerable<string>, Task<ReadItem[][]>> readAsync, Func<string, bool>? hasEnclosures = null)
    {
        var feeds = site.Feeds.Where(feed => formats.Contains(feed.Format)).ToList();
        foreach (var (feed, items) in feeds.Zip(await readAsync(feeds.Select(feed => feed.File))))
            AssertSame(feed, items, hasEnclosures?.Invoke(feed.Format) ?? true);
    }

    private static void AssertSame(ReaderFeed feed, IReadOnlyList<ReadItem> read, bool hasEnclosures = true)
    {
        Assert.Equal(feed.Items.Select(item => item.Id), read.Select(item => item.Id));
        foreach (var (expected, item) in feed.Items.Zip(read))
        {
            Assert.Equal((expected.Title, expected.Link, expected.Published), (item.Title, item.Link, item.Published));
            Assert.Equal(expected.Content, item.Content);
            Assert.Equal(hasEnclosures ? expected.Enclosures : [], item.Enclosures);
        }
    }

    private static async Task<ReadItem[][]> ReadAsync(string program, IEnumerable<string> arguments, string missing, string whenMissing)
    {
        var (exitCode, output, errors) = await ExternalTool.RunAsync(program, arguments, missing);
        if (errors.Contains(whenMissing, StringComparison.Ordinal)) Assert.Skip(missing);
        Assert.True(exitCode == 0, errors);
        return JsonSerializer.Deserialize<ReadItem[][]>(output, Json)!;
    }

    private static string Script(string name) => Repository.PathOf($"{Folder}/{name}");

    private static string TextOf(string html) =>
        Blanks().Replace(new HtmlParser().ParseDocument(html).Body!.TextContent, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
