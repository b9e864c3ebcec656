using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Namespaces;

/// <summary>A site that says who may do what with its posts, and one post that says otherwise.</summary>
public sealed class RightsSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.StartAsync(content => content
        .With("_config.yml", "title: Tides\ncopyright: © 2024 Ann & <Sons>\n")
        .With("_posts/2024-01-01-one.md", """
            ---
            title: One
            license: CC BY 4.0 & more
            lang: zh-CN
            last_modified_at: 2024-02-01 08:00:00 +0800
            ---
            Text.

            <https://example.net/one?a=1&b=2>
            """)
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\nrights: {a: b}\ncopyright: 2024\n---\nText.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: Three\n---\nText.\n"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class RightsTests(RightsSite rights) : IClassFixture<RightsSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task A_feed_names_the_rights_of_the_site()
    {
        Assert.Equal("© 2024 Ann & <Sons>", (string?)(await rights.Site.XmlAsync("/feed.rss")).Element("channel")!.Element("copyright"));
        Assert.Equal("© 2024 Ann & <Sons>", (string?)(await rights.Site.XmlAsync("/feed.atom")).Element(Atom + "rights"));
    }

    [Theory]
    [InlineData("One", "CC BY 4.0 & more")]
    [InlineData("Two", "2024")]
    [InlineData("Three", null)]
    public async Task An_entry_names_its_own_rights(string title, string? expected)
    {
        var entry = (await rights.Site.XmlAsync("/feed.atom"))
            .Elements(Atom + "entry")
            .Single(each => (string?)each.Element(Atom + "title") == title);

        Assert.Equal(expected, (string?)(await ItemAsync(title)).Element(DublinCore + "rights"));
        Assert.Equal(expected, (string?)entry.Element(Atom + "rights"));
    }

    [Fact]
    public async Task An_item_names_language_source_and_last_change_when_they_differ()
    {
        var item = await ItemAsync("One");

        Assert.Equal("zh-CN", (string?)item.Element(DublinCore + "language"));
        Assert.Equal("https://example.net/one?a=1&b=2", (string?)item.Element(DublinCore + "source"));
        Assert.Equal("2024-02-01T08:00:00+08:00", (string?)item.Element(Atom + "updated"));
    }

    [Fact]
    public async Task An_item_like_the_feed_repeats_nothing()
    {
        var names = (await ItemAsync("Three")).Elements().Select(each => each.Name.LocalName);

        Assert.Equal(["description", "encoded", "guid", "link", "pubDate", "title"], names.Order());
    }

    private async Task<XElement> ItemAsync(string title) =>
        (await rights.Site.XmlAsync("/feed.rss")).Descendants("item").Single(item => (string?)item.Element("title") == title);
}
