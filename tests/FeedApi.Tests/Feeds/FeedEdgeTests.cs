using System.Xml.Linq;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds;

/// <summary>What posts and settings say that feeds cannot show as it was written.</summary>
public sealed class FeedEdgeTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Theory]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example/")]
    [InlineData("https://EXAMPLE.org:443/blog/", "https://example.org/blog/")]
    public async Task R8_the_address_of_the_site_is_ASCII_and_normal(string url, string link)
    {
        await using var site = await StartAsync(
            ["--Site:Url", url], content => content.With("_posts/2024-01-01-海.md", "---\ntitle: T\n---\nx\n"));
        var channel = (await site.XmlAsync("/feed.rss")).Element("channel")!;

        Assert.Equal(link, (string?)channel.Element("link"));
        Assert.Equal(link + "articles/2024-01-01-%E6%B5%B7", (string?)channel.Element("item")!.Element("link"));
    }

    [Fact]
    public async Task R8_the_address_of_a_medium_is_ASCII()
    {
        var item = Assert.Single(await ItemsAsync("enclosure: 'https://bücher.example/海 1.mp3?a=ü&b=1'"));

        Assert.Equal("https://xn--bcher-kva.example/%E6%B5%B7%201.mp3?a=%C3%BC&b=1", (string?)item.Element("enclosure")!.Attribute("url"));
    }

    [Fact]
    public async Task R10_a_guid_of_the_post_that_is_no_URI_becomes_one()
    {
        var items = await ItemsAsync("guid: 12", "id: 13", "guid: /relative/x", "guid: 'a b <c>'", "guid: 海");

        Assert.All(items, item => Assert.Matches("^tag:example\\.org,2024-01-01:[!-~]+$", (string?)item.Element("guid")));
    }

    [Fact]
    public async Task R11_a_guid_of_the_post_that_is_a_URI_stays()
    {
        var items = await ItemsAsync(
            "guid: urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
            "guid: https://old.example/?p=12",
            "guid: https://old.example/%E6%B5%B7/海");

        Assert.Equal(
            ["urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "https://old.example/?p=12", "https://old.example/%E6%B5%B7/%E6%B5%B7"],
            items.Select(item => (string?)item.Element("guid")));
    }

    [Fact]
    public async Task R14_what_would_break_the_form_of_an_author_is_a_creator()
    {
        var items = await ItemsAsync(
            "author: {name: Ann, email: not an address}",
            "author: {name: 'Ann (A.)', email: ann@example.org}",
            "author: {name: 'A) evil@example.net (', email: ann@example.org}",
            "author: {name: Bob, email: 'ann@example.org, bob@example.org'}");

        Assert.Equal(
            ["Ann", "Ann (A.)", "A) evil@example.net (", "Bob"], items.Select(item => (string?)item.Element(DublinCore + "creator")));
        Assert.All(items, item => Assert.Null(item.Element("author")));
    }

    [Fact]
    public async Task R15_the_type_of_a_medium_is_a_media_type()
    {
        var items = await ItemsAsync(
            "enclosure: {url: /a.mp3, type: 'audio mpeg', length: 9}",
            "enclosure: {url: /a.mp3, type: 'x\" y=\"', length: 9}",
            "enclosure: {url: /a.MP3, length: 9}",
            "enclosure: {url: /a.unknown, length: 9}");

        Assert.Equal(
            ["application/octet-stream", "application/octet-stream", "audio/mpeg", "application/octet-stream"],
            items.Select(item => (string?)item.Element("enclosure")!.Attribute("type")));
    }

    [Theory]
    [InlineData("2024-01-01 10:00:00 +0530", "2024-01-01T10:00:00+05:30", "Mon, 01 Jan 2024 04:30:00 GMT")]
    [InlineData("2024-01-01T10:00:00.999-03:30", "2024-01-01T10:00:00-03:30", "Mon, 01 Jan 2024 13:30:00 GMT")]
    public async Task A5_R7_dates_keep_their_instant(string date, string atom, string rss)
    {
        await using var site = await StartAsync(
            [], content => content.With("_posts/2024-01-01-a.md", $"---\ntitle: T\ndate: {date}\n---\nx\n"));

        Assert.Equal(atom, (string?)(await site.XmlAsync("/feed.atom")).Element(Atom + "entry")!.Element(Atom + "published"));
        Assert.Equal(rss, (string?)(await site.XmlAsync("/feed.rss")).Element("channel")!.Element("item")!.Element("pubDate"));
    }

    [Fact]
    public async Task A10_an_update_before_publication_counts_as_none()
    {
        await using var site = await StartAsync(
            [], content => content.With("_posts/2024-01-02-a.md", "---\ntitle: T\nupdated: 2023-01-01\n---\nx\n"));
        var entry = (await site.XmlAsync("/feed.atom")).Element(Atom + "entry")!;

        Assert.Equal((string?)entry.Element(Atom + "published"), (string?)entry.Element(Atom + "updated"));
    }

    [Fact]
    public async Task A11_a_guid_that_two_posts_claim_stands_once()
    {
        await using var site = await StartAsync([], content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\nguid: urn:x:1\n---\nx\n")
            .With("_posts/2024-01-02-b.md", "---\ntitle: B\nguid: urn:x:1\n---\nx\n"));

        Assert.Single(
            (await site.XmlAsync("/feed.atom")).Elements(Atom + "entry"), entry => (string?)entry.Element(Atom + "id") == "urn:x:1");
    }

    [Fact]
    public async Task J4_a_post_without_a_body_has_its_title_as_text()
    {
        await using var site = await StartAsync([], content => content.With("_posts/2024-01-01-a.md", "---\ntitle: Only a title\n---\n"));

        Assert.Equal("Only a title", (string?)(await site.JsonAsync("/feed.json"))["items"]![0]!["content_text"]);
    }

    [Fact]
    public async Task J8_the_image_of_an_item_is_an_absolute_ASCII_address()
    {
        await using var site = await StartAsync(
            [], content => content.With("_posts/2024-01-01-a.md", "---\ntitle: T\nimage: /图/海 1.png\n---\nx\n"));

        Assert.Equal(
            "https://example.org/%E5%9B%BE/%E6%B5%B7%201.png", (string?)(await site.JsonAsync("/feed.json"))["items"]![0]!["image"]);
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/blog/feed.rss")]
    public async Task R12_a_site_below_a_path_names_that_path_in_self(string address)
    {
        await using var site = await StartAsync(
            ["--Site:Url", "https://example.org/blog"], content => content.With("_posts/2024-01-01-a.md", "---\ntitle: T\n---\nx\n"));
        var self = (await site.XmlAsync(address)).Descendants(Atom + "link").Single();

        Assert.Equal("https://example.org/blog/feed.rss", (string?)self.Attribute("href"));
    }

    [Fact]
    public async Task A_site_without_posts_has_empty_feeds()
    {
        await using var site = await StartAsync([], content => content.With("_config.yml", "title: Nothing\n"));

        Assert.Empty((await site.XmlAsync("/feed.rss")).Descendants("item"));
        Assert.True((DateTimeOffset?)(await site.XmlAsync("/feed.atom")).Element(Atom + "updated") > DateTimeOffset.UnixEpoch.AddYears(50));
        Assert.Empty((await site.JsonAsync("/feed.json"))["items"]!.AsArray());
    }

    // An item for each post, whose front matter has one more line.
    private static async Task<XElement[]> ItemsAsync(params string[] frontMatters)
    {
        await using var site = await StartAsync([], content =>
        {
            foreach (var (index, line) in frontMatters.Index())
                content.With($"_posts/2024-01-01-p{index:d2}.md", $"---\ntitle: T\n{line}\n---\nx\n");
        });
        return [.. (await site.XmlAsync("/feed.rss?sort=published")).Descendants("item")];
    }

    private static async Task<TestSite> StartAsync(string[] arguments, Action<ContentFolder> fill)
    {
        var site = arguments.Length > 0 ? new TestSite { Arguments = arguments } : new TestSite();
        fill(site.Content);
        await site.StartAsync();
        return site;
    }
}
