using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Xunit;

namespace FeedApi.Tests.Feeds.Validators;

/// <summary>Parsers that we did not write read every feed of a large site, and find in it what the API says.</summary>
public sealed class ValidatorTests(GeneratedSite site) : IClassFixture<GeneratedSite>
{
    private const string NoXmllint = "Install libxml2-utils (xmllint).";
    private const string NoFeedparser = "Install python3-feedparser.";

    private const string ReadFeeds = """
        import calendar, feedparser, json, sys
        def entry(e):
            return [e.id, e.title, calendar.timegm(e.published_parsed)]
        def read(path):
            feed = feedparser.parse(path)
            return [bool(feed.bozo), feed.version, [entry(e) for e in feed.entries]]
        json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
        """;

    [Fact]
    public void The_site_has_feeds_of_more_than_twenty_categories_and_none_is_empty()
    {
        Assert.True(
            site.Feeds.Count(feed => feed.Format == "rss" && feed.Address.StartsWith("/categories/", StringComparison.Ordinal)) > 20);
        Assert.All(site.Feeds, feed => Assert.NotEmpty(feed.Articles));
    }

    [Fact]
    public async Task R1_xmllint_finds_every_document_well_formed()
    {
        var (exitCode, _, errors) = await ExternalTool.RunAsync(
            "xmllint", ["--noout", site.Opml, .. site.XmlFeeds.Select(feed => feed.File)], NoXmllint);

        Assert.Equal((0, ""), (exitCode, errors));
    }

    [Fact]
    public async Task Feedparser_has_nothing_to_complain_of_in_any_feed()
    {
        foreach (var (feed, bozo, version, _) in await ReadByFeedparserAsync())
        {
            Assert.False(bozo, feed.Address);
            Assert.Equal(feed.Format == "rss" ? "rss20" : "atom10", version);
        }
    }

    [Fact]
    public async Task Feedparser_finds_the_articles_of_the_API_in_the_same_order()
    {
        foreach (var (feed, _, _, items) in await ReadByFeedparserAsync()) Assert.Equal(feed.Articles, items);
    }

    [Fact]
    public void J1_a_JSON_parser_finds_the_articles_of_the_API_in_the_same_order()
    {
        foreach (var feed in site.Feeds.Where(feed => feed.Format == "json"))
        {
            var items = JsonNode.Parse(File.ReadAllBytes(feed.File))!["items"]!.AsArray().Select(item => new FeedItem(
                (string)item!["id"]!,
                (string)item["title"]!,
                DateTimeOffset.Parse((string)item["date_published"]!, CultureInfo.InvariantCulture).ToUnixTimeSeconds()));
            Assert.Equal(feed.Articles, items);
        }
    }

    [Fact]
    public void SyndicationFeed_finds_the_articles_of_the_API_in_the_same_order()
    {
        foreach (var feed in site.XmlFeeds)
        {
            using var reader = XmlReader.Create(feed.File);
            var items = SyndicationFeed.Load(reader).Items
                .Select(item => new FeedItem(item.Id, item.Title.Text, item.PublishDate.ToUnixTimeSeconds()));
            Assert.Equal(feed.Articles, items);
        }
    }

    private async Task<IEnumerable<(SavedFeed Feed, bool Bozo, string Version, IEnumerable<FeedItem> Items)>> ReadByFeedparserAsync()
    {
        var feeds = site.XmlFeeds.ToList();
        var (exitCode, output, errors) = await ExternalTool.RunAsync(
            "/usr/bin/python3", ["-c", ReadFeeds, .. feeds.Select(feed => feed.File)], NoFeedparser);
        if (errors.Contains("No module named 'feedparser'", StringComparison.Ordinal)) Assert.Skip(NoFeedparser);
        Assert.True(exitCode == 0, errors);
        return feeds.Zip(JsonDocument.Parse(output).RootElement.EnumerateArray(), (feed, read) =>
            (feed, read[0].GetBoolean(), read[1].GetString()!, read[2].EnumerateArray().Select(ItemOf)));
    }

    private static FeedItem ItemOf(JsonElement entry) => new(entry[0].GetString()!, entry[1].GetString()!, entry[2].GetInt64());
}
