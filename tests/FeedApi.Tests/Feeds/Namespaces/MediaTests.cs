using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Rendering.Media;
using Xunit;

namespace FeedApi.Tests.Feeds.Namespaces;

/// <summary>A site with pictures and media files: one local, one far away.</summary>
public sealed class MediaSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.StartAsync(content => content
        .With("_config.yml", "title: Media\nfeedapi: {icon: /icon.png, logo: /logo.png}\n")
        .With("pictures/a b.png", Pictures.Png(640, 480))
        .With("_posts/2024-01-01-local.md", """
            ---
            title: Local
            image: {path: /pictures/a b.png, alt: "Sea & <sky>"}
            enclosures:
            - {url: /film.mp4, length: 10, duration: "1:02:03", title: The film}
            - {url: /talk.mp3, length: 20, duration: 90, title: "A & B"}
            - https://papers.example/paper.pdf
            ---
            Text.
            """)
        .With(
            "_posts/2024-01-02-far.md",
            "---\ntitle: Far\n---\n<img src=\"https://example.net/海.webp\" alt=\"\" width=\"320\" height=\"200\">\n\nText.\n")
        .With(
            "_posts/2024-01-03-still.md",
            "---\ntitle: Still\ncategory: stills\nimage: {path: /pictures/a b.png, alt: \"Sea & <sky>\"}\n---\nText.\n")
        .With("_posts/2024-01-04-plain.md", "---\ntitle: Plain\ncategory: stills\n---\nText.\n"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class MediaTests(MediaSite media) : IClassFixture<MediaSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    // Parsers take media:content for an enclosure, which it is in a feed that can be played, and media:description for the article.
    [Theory]
    [InlineData("/categories/stills/feed.rss")]
    [InlineData("/categories/stills/feed.atom")]
    public async Task M1_a_local_image_has_type_and_size_and_is_in_a_group(string address)
    {
        var entry = await EntryAsync(address, "Still");

        Assert.Equal(
            "url=https://example.org/pictures/a%20b.png fileSize=33 type=image/png medium=image height=480 width=640",
            FieldsOf(Assert.Single(entry.Elements(Media + "group")).Elements(Media + "content")));
        Assert.Equal(
            "url=https://example.org/pictures/a%20b.png width=640 height=480", FieldsOf(entry.Elements(Media + "thumbnail")));
        Assert.Empty(entry.Elements(Media + "content").Concat(entry.Descendants(Media + "description")));
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    public async Task M1_an_image_in_a_feed_with_audio_or_video_is_no_content(string address)
    {
        foreach (var title in (string[])["Local", "Still", "Far"])
        {
            var entry = await EntryAsync(address, title);

            Assert.Single(entry.Elements(Media + "thumbnail"));
            Assert.Empty(entry.Elements(Media + "group"));
            Assert.DoesNotContain(entry.Elements(Media + "content"), each => (string?)each.Attribute("medium") == "image");
        }
    }

    [Fact]
    public async Task M1_an_image_elsewhere_has_what_the_body_says() => Assert.Equal(
        "url=https://example.net/%E6%B5%B7.webp width=320 height=200",
        FieldsOf((await EntryAsync("/feed.rss", "Far")).Elements(Media + "thumbnail")));

    [Fact]
    public async Task The_article_comes_before_every_element_of_Media_RSS_and_iTunes()
    {
        var names = (await EntryAsync("/feed.rss", "Local")).Elements().Select(each => each.Name).ToList();
        var article = names.FindIndex(name => name.LocalName == "encoded");

        Assert.True(article > names.FindIndex(name => name.LocalName == "description"));
        Assert.All(names[..article], name => Assert.NotEqual(Media, name.Namespace));
        Assert.Contains(names[article..], name => name.Namespace == Media);
    }

    [Fact]
    public async Task R15_further_enclosures_are_media_content()
    {
        var item = await EntryAsync("/feed.rss", "Local");

        Assert.Equal("https://example.org/film.mp4", (string?)Assert.Single(item.Elements("enclosure")).Attribute("url"));
        Assert.Equal(
            [("https://example.org/talk.mp3", "audio", "90", "A & B"), ("https://papers.example/paper.pdf", "document", null, null)],
            item.Elements(Media + "content").Select(each =>
                (
                    (string?)each.Attribute("url"),
                    (string?)each.Attribute("medium"),
                    (string?)each.Attribute("duration"),
                    (string?)each.Element(Media + "title"))));
    }

    [Fact]
    public async Task A14_every_enclosure_is_a_link_with_its_title()
    {
        var links = (await EntryAsync("/feed.atom", "Local"))
            .Elements(Atom + "link")
            .Where(link => (string?)link.Attribute("rel") == "enclosure");

        Assert.Equal(
            [("The film", "10"), ("A & B", "20"), (null, null)],
            links.Select(link => ((string?)link.Attribute("title"), (string?)link.Attribute("length"))));
    }

    [Fact]
    public async Task J8_attachments_have_title_and_duration()
    {
        var items = (await media.Site.JsonAsync("/feed.json"))["items"]!.AsArray();
        var attachments = items.Single(item => (string)item!["title"]! == "Local")!["attachments"]!.AsArray();

        Assert.Equal(["The film", "A & B", null], attachments.Select(each => (string?)each!["title"]));
        Assert.Equal([3723, 90, null], attachments.Select(each => each!["duration_in_seconds"]?.GetValue<int>()));
    }

    [Theory]
    [InlineData("https://example.org/logo.png", "https://example.org/icon.png")]
    public async Task A16_J9_R17_icon_and_logo_stand_for_the_site(string logo, string icon)
    {
        var atom = await media.Site.XmlAsync("/feed.atom");
        var json = await media.Site.JsonAsync("/feed.json");

        Assert.Equal((logo, icon), ((string?)atom.Element(Atom + "logo"), (string?)atom.Element(Atom + "icon")));
        Assert.Equal((logo, icon), ((string?)json["icon"], (string?)json["favicon"]));
        Assert.Equal(logo, (string?)(await media.Site.XmlAsync("/feed.rss")).Element("channel")!.Element("image")!.Element("url"));
    }

    private static string FieldsOf(IEnumerable<XElement> elements) =>
        string.Join(' ', Assert.Single(elements).Attributes()).Replace("\"", "", StringComparison.Ordinal);

    private async Task<XElement> EntryAsync(string address, string title) =>
        (await media.Site.XmlAsync(address)).Descendants().Single(each =>
            each.Name.LocalName is "item" or "entry"
                && each.Elements().Any(child => child.Name.LocalName == "title" && child.Value == title));
}
