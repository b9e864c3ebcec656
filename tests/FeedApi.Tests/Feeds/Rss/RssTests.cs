using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Feeds.Rss;

public sealed partial class RssTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Fact]
    public async Task R1_the_root_is_rss_2_with_one_channel()
    {
        var root = await feeds.Site.XmlAsync("/feed.rss");

        Assert.Equal("rss", root.Name);
        Assert.Equal("2.0", (string?)root.Attribute("version"));
        Assert.Equal("channel", Assert.Single(root.Elements()).Name);
    }

    [Fact]
    public async Task X3_the_media_type_names_the_charset_of_the_document() =>
        Assert.Equal(
            "application/rss+xml; charset=utf-8", (await feeds.Site.GetAsync("/feed.rss")).Content.Headers.ContentType!.ToString());

    [Fact]
    public async Task R1_only_elements_that_the_specification_names_are_without_a_namespace()
    {
        string[] known =
        [
            "rss", "channel", "title", "link", "description", "language", "lastBuildDate", "generator", "docs", "ttl", "image", "url",
            "item", "author", "category", "enclosure", "guid", "pubDate",
        ];

        var names = (await feeds.Site.XmlAsync("/categories/News/feed.rss"))
            .DescendantsAndSelf()
            .Where(each => each.Name.NamespaceName.Length == 0);

        Assert.Subset(known.ToHashSet(), names.Select(each => each.Name.LocalName).ToHashSet());
    }

    [Fact]
    public async Task R2_a_channel_has_title_link_and_description()
    {
        var channel = await feeds.ChannelAsync();

        Assert.Equal("Tides & <Times>", (string?)channel.Element("title"));
        Assert.Equal("https://example.org/", (string?)channel.Element("link"));
        Assert.Equal("About tides", (string?)channel.Element("description"));
    }

    [Fact]
    public async Task R2_no_element_but_category_and_media_is_repeated()
    {
        var channel = await feeds.ChannelAsync();

        foreach (var parent in channel.Elements("item").Append(channel))
        {
            var repeated = parent.Elements()
                .GroupBy(each => each.Name)
                .Where(group => group.Count() > 1)
                .Select(group => group.Key.LocalName);
            Assert.Subset(new HashSet<string> { "category", "item", "creator", "content" }, repeated.ToHashSet());
        }
    }

    [Fact]
    public async Task R3_every_item_has_a_title_and_a_description() =>
        Assert.All((await feeds.ChannelAsync()).Elements("item"), item =>
        {
            Assert.NotEqual("", (string?)item.Element("title") ?? "");
            Assert.NotEqual("", (string?)item.Element("description") ?? "");
        });

    [Fact]
    public async Task R4_items_come_after_everything_else_of_the_channel_but_the_guid_of_the_podcast()
    {
        var names = (await feeds.ChannelAsync()).Elements().Select(each => each.Name.LocalName).Where(name => name != "guid").ToList();

        Assert.All(names.SkipWhile(name => name != "item"), name => Assert.Equal("item", name));
    }

    [Fact]
    public async Task R6_special_characters_of_plain_text_are_hexadecimal_references()
    {
        var text = await feeds.Site.TextAsync("/feed.rss");

        Assert.Contains("<title>A &#x26; B, a &#x3C;b&#x3E; c, I &#x3C;3 x</title>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;", WithoutCData().Replace(text, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_dates_are_RFC_822_in_GMT()
    {
        var channel = await feeds.ChannelAsync();

        Assert.Equal("Wed, 03 Jan 2024 02:00:00 GMT", (string?)(await feeds.ItemAsync("三")).Element("pubDate"));
        Assert.Equal("Tue, 09 Jan 2024 00:00:00 GMT", (string?)channel.Element("lastBuildDate"));
    }

    [Fact]
    public async Task R8_every_address_is_absolute_and_ASCII()
    {
        var channel = await feeds.ChannelAsync("/categories/%E6%B5%B7/feed.rss");
        var addresses = channel.Descendants("link").Concat(channel.Descendants("url")).Select(each => each.Value)
            .Concat(channel.Descendants().Attributes("url").Select(each => each.Value))
            .Concat(channel.Descendants().Attributes("href").Select(each => each.Value))
            .Concat(channel.Descendants().Attributes("domain").Select(each => each.Value));

        Assert.All(addresses, address => Assert.Matches("^https?://[!-~]+$", address));
    }

    [Fact]
    public async Task R9_bodies_hold_no_relative_address()
    {
        var html = (string?)(await feeds.ItemAsync("One")).Element(Content + "encoded") ?? "";

        Assert.Contains("https://example.org/about/", html, StringComparison.Ordinal);
        Assert.All(
            Addresses().Matches(html), match => Assert.StartsWith("https://example.org/", match.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R10_every_item_has_its_own_guid_that_is_no_permalink()
    {
        var guids = (await feeds.ChannelAsync()).Elements("item").Select(item => item.Element("guid")!).ToList();

        Assert.All(guids, guid => Assert.Equal("false", (string?)guid.Attribute("isPermaLink")));
        Assert.Distinct(guids.Select(guid => guid.Value));
    }

    [Fact]
    public async Task R11_a_post_has_the_same_guid_in_every_feed()
    {
        var guid = (string?)(await feeds.ItemAsync("One")).Element("guid");

        Assert.Equal(guid, (string?)(await feeds.ItemAsync("One", "/categories/News/feed.rss")).Element("guid"));
        Assert.Equal(guid, (string?)(await feeds.JsonItemAsync("One", "/tags/a/feed.json"))["id"]);
    }

    [Theory]
    [InlineData("/feed.rss", "https://example.org/feed.rss")]
    [InlineData("/tags/b/feed.rss", "https://example.org/tags/b/feed.rss")]
    [InlineData("/categories/%E6%B5%B7/feed.rss?limit=5", "https://example.org/categories/%E6%B5%B7/feed.rss?limit=5")]
    public async Task R12_self_is_the_exact_public_address(string address, string self)
    {
        var link = Assert.Single(
            (await feeds.ChannelAsync(address)).Elements(Atom + "link"), each => (string?)each.Attribute("rel") == "self");

        Assert.Equal(self, (string?)link.Attribute("href"));
        Assert.Equal("application/rss+xml", (string?)link.Attribute("type"));
    }

    [Fact]
    public async Task R13_the_summary_comes_first_and_the_whole_text_after_it()
    {
        var item = await feeds.ItemAsync("One");
        var names = item.Elements().Select(each => each.Name).ToList();

        Assert.Equal(
            "First post with a link and .", ((string?)item.Element("description"))?.Replace("a picture", "", StringComparison.Ordinal));
        Assert.Contains("second paragraph", (string?)item.Element(Content + "encoded"), StringComparison.Ordinal);
        Assert.True(names.IndexOf("description") < names.IndexOf(Content + "encoded"));
    }

    [Fact]
    public async Task R14_an_author_with_a_mail_address_is_author_with_the_name_behind_it()
    {
        var item = await feeds.ItemAsync("One");

        Assert.Equal("ann@example.org (Ann)", (string?)item.Element("author"));
        Assert.Empty(item.Elements(DublinCore + "creator"));
    }

    [Fact]
    public async Task R14_an_author_whose_mail_address_readers_cut_off_is_a_creator()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\nauthor: {name: Ann, email: ann@tides.online}\n---\nText.\n"));

        var item = (await site.XmlAsync("/feed.rss")).Descendants("item").Single();

        Assert.Equal("Ann", (string?)item.Element(DublinCore + "creator"));
        Assert.Empty(item.Elements("author"));
    }

    [Theory]
    [InlineData("A & B, a <b> c, I <3 x", "张三")]
    [InlineData("三", "Ann", "Bob")]
    public async Task R14_authors_without_a_mail_address_each_are_creators(string title, params string[] names)
    {
        var item = await feeds.ItemAsync(title);

        Assert.Equal(names, item.Elements(DublinCore + "creator").Select(each => each.Value));
        Assert.Empty(item.Elements("author"));
    }

    [Theory]
    [InlineData("One", "https://example.org/one.mp3", "1234", "audio/mpeg")]
    [InlineData("Four", "https://papers.example/four.pdf", "0", "application/pdf")]
    public async Task R15_the_first_enclosure_has_address_length_and_type(string title, string url, string length, string type)
    {
        var enclosure = Assert.Single((await feeds.ItemAsync(title)).Elements("enclosure"));

        Assert.Equal(
            (url, length, type),
            ((string?)enclosure.Attribute("url"), (string?)enclosure.Attribute("length"), (string?)enclosure.Attribute("type")));
    }

    [Fact]
    public async Task R16_a_post_of_tomorrow_enters_the_feed_at_its_instant()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2029-12-31-today.md", "---\ntitle: Today\n---\nx\n")
            .With("_posts/2030-01-02-tomorrow.md", "---\ntitle: Tomorrow\ndate: 2030-01-02 00:00:00 +0000\n---\nx\n"), time);
        Assert.DoesNotContain("Tomorrow", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);

        await TestSite.UntilAsync(async () =>
        {
            // The publisher may ask for the time, and only then begin to wait.
            if (time.GetUtcNow() < new DateTimeOffset(2030, 1, 3, 0, 0, 0, TimeSpan.Zero)) time.Advance(TimeSpan.FromHours(6));
            return (await site.TextAsync("/feed.rss")).Contains("Tomorrow", StringComparison.Ordinal);
        }, "the post of tomorrow is shown");
    }

    [Fact]
    public async Task R17_the_image_has_the_title_and_link_of_its_channel_and_no_size()
    {
        var channel = await feeds.ChannelAsync("/categories/News/feed.rss");
        var image = channel.Element("image")!;

        Assert.Equal("https://example.org/logo.png", (string?)image.Element("url"));
        Assert.Equal((string?)channel.Element("title"), (string?)image.Element("title"));
        Assert.Equal((string?)channel.Element("link"), (string?)image.Element("link"));
        Assert.Equal(3, image.Elements().Count());
    }

    [Fact]
    public async Task R18_the_language_is_the_tag_of_the_site() =>
        Assert.Equal("zh-CN", (string?)(await feeds.ChannelAsync()).Element("language"));

    [Fact]
    public async Task R19_a_feed_rendered_later_has_the_same_bytes()
    {
        await using var site = await TestSite.StartSampleAsync();
        var before = await site.TextAsync("/feed.rss");

        await site.RestartAsync();

        Assert.Equal(before, await site.TextAsync("/feed.rss"));
    }

    [Fact]
    public async Task R20_ttl_is_max_age_in_minutes()
    {
        var maxAge = (await feeds.Site.GetAsync("/feed.rss")).Headers.CacheControl!.MaxAge!.Value;

        Assert.Equal(maxAge.TotalMinutes.ToString(CultureInfo.InvariantCulture), (string?)(await feeds.ChannelAsync()).Element("ttl"));
    }

    [Fact]
    public async Task R21_docs_and_generator_are_named()
    {
        var channel = await feeds.ChannelAsync();

        Assert.Equal("https://www.rssboard.org/rss-specification", (string?)channel.Element("docs"));
        Assert.Matches(@"^FeedApi \d+\.\d+\.\d+$", (string?)channel.Element("generator"));
    }

    [Fact]
    public async Task R22_categories_and_tags_are_categories_whose_domain_is_their_page()
    {
        var categories = (await feeds.ItemAsync("One"))
            .Elements("category")
            .Select(each => (each.Value, (string?)each.Attribute("domain")));

        Assert.Equal(
            [
                ("News of the day", "https://example.org/categories/News"),
                ("a", "https://example.org/tags/a"),
                ("b", "https://example.org/tags/b")
            ],
            categories);
    }

    [Fact]
    public async Task R24_bodies_hold_nothing_that_acts()
    {
        const string body = """
            <p>x</p><script>alert(1)</script><iframe src="https://example.net/"></iframe><form action="/x"><input name="a"></form>
            <object data="/x"></object>
            <p onclick="alert(1)">x</p><p style="position:fixed">x</p><svg><circle r="1"/></svg><embed src="/x">
            <a href="javascript:alert(1)">x</a>
            """;
        await using var site = await TestSite.StartAsync(content =>
            content.With("_posts/2024-01-01-a.html", $"---\ntitle: A\n---\n{body}\n"));

        var text = await site.TextAsync("/feed.rss");

        Assert.All(
            ["alert", "<iframe", "<form", "<input", "<object", "onclick", "fixed", "<svg", "<embed", "javascript"],
            forbidden => Assert.DoesNotContain(forbidden, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/feed.rss", "atom", "sy", "content", "dc", "itunes", "media", "podcast")]
    [InlineData("/authors/ann/feed.rss?tag=a", "atom", "sy", "content", "itunes", "media", "podcast")]
    [InlineData("/feed.rss?content=summary&tag=a", "atom", "sy", "itunes", "media", "podcast")]
    [InlineData("/feed.rss?content=summary&lang=en", "atom", "sy", "dc")]
    [InlineData("/categories/Empty/feed.rss", "atom", "sy")]
    public async Task M6_only_namespaces_in_use_are_declared(string address, params string[] prefixes)
    {
        var declared = (await feeds.Site.XmlAsync(address))
            .Attributes()
            .Where(each => each.IsNamespaceDeclaration)
            .Select(each => each.Name.LocalName);

        Assert.Equal(prefixes, declared);
    }

    [Fact]
    public async Task M4_namespaces_are_the_ones_that_readers_know()
    {
        var declared = (await feeds.Site.XmlAsync("/feed.rss"))
            .Attributes()
            .Where(each => each.IsNamespaceDeclaration)
            .Select(each => each.Value);

        Assert.Equal(
            [
                Atom.NamespaceName, "http://purl.org/rss/1.0/modules/syndication/", Content.NamespaceName, DublinCore.NamespaceName,
                "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://search.yahoo.com/mrss/", "https://podcastindex.org/namespace/1.0",
            ],
            declared);
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"<!\[CDATA\[.*?\]\]>", RegexOptions.Singleline)]
    private static partial Regex WithoutCData();
}
