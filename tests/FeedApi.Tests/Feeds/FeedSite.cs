using System.Text.Json.Nodes;
using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds;

/// <summary>One server for all tests of a class that only read: posts with everything that a feed can show.</summary>
public sealed class FeedSite : IAsyncLifetime
{
    public static readonly string[] Formats = ["rss", "atom", "json"];

    internal static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Site = await StartAsync();
        // Dates stand still from then on.
        using var feed = await Site.GetAsync("/feed.rss");
        await Http.HttpResponseMessageExtensions.SecondOfLastModifiedAsync(feed);
    }

    private static Task<TestSite> StartAsync() => TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides & <Times>\ndescription: About tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n")
        .With(
            "_data/categories.yml", "News:\n  name: News of the day\n  description: What is new\n  image: /logo.png\nEmpty: Nothing yet\n")
        .With("_data/authors.yml", "ann:\n  name: Ann\n  email: ann@example.org\n  url: https://ann.example/\n")
        .With("_posts/2024-01-01-one.md", """
            ---
            title: One
            category: News
            tags: [a, b]
            author: ann
            last_modified_at: 2024-01-09 08:00:00 +0800
            image: /pictures/海.png
            enclosures:
            - {url: /one.mp3, type: audio/mpeg, length: 1234}
            - {url: "https://example.net/one.mp4"}
            ---
            First *post* with [a link](../about/) and ![a picture](picture.png).

            Its second paragraph.
            """)
        .With(
            "_posts/2024-01-02-two.md", "---\ntitle: 'A & B, a <b> c, I <3 x'\ncategory: news\ntags: [b]\nauthor: 张三\n---\nSecond post.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: 三\ncategory: 海\nauthors: [ann, Bob]\ndate: 2024-01-03 10:00:00 +0800\n---\n第三篇。\n")
        .With("_posts/2024-01-04-four.md", "---\ntitle: Four\nlang: en\nenclosure: https://papers.example/four.pdf\n---\n\n"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>The channel of an RSS feed.</summary>
    public async Task<XElement> ChannelAsync(string address = "/feed.rss") => (await Site.XmlAsync(address)).Element("channel")!;

    /// <summary>The item with a title.</summary>
    public async Task<XElement> ItemAsync(string title, string address = "/feed.rss") =>
        (await ChannelAsync(address)).Elements("item").Single(item => (string?)item.Element("title") == title);

    /// <summary>The Atom entry with a title.</summary>
    public async Task<XElement> EntryAsync(string title, string address = "/feed.atom") =>
        (await Site.XmlAsync(address)).Elements(Atom + "entry").Single(entry => (string?)entry.Element(Atom + "title") == title);

    /// <summary>The JSON Feed item with a title.</summary>
    public async Task<JsonNode> JsonItemAsync(string title, string address = "/feed.json") =>
        (await Site.JsonAsync(address))["items"]!.AsArray().Single(item => (string)item!["title"]! == title)!;

    /// <summary>The title of a feed in any format.</summary>
    public async Task<string> TitleAsync(string address)
    {
        if (address.Contains(".json", StringComparison.Ordinal)) return (string)(await Site.JsonAsync(address))["title"]!;
        var root = await Site.XmlAsync(address);
        return (string)(root.Element(Atom + "title") ?? root.Element("channel")!.Element("title"))!;
    }
}
