using System.Xml.Linq;
using FeedApi.Feeds.Podcasts;
using FeedApi.Site;
using FeedApi.Site.Settings;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.Podcasts;

/// <summary>A site with two episodes in one category and a post without audio in another.</summary>
public sealed class PodcastSite : IAsyncLifetime
{
    public TestSite Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await TestSite.StartAsync(content => content
        .With("_config.yml", """
            title: Tides
            feedapi:
              logo: /logo.png
              podcast:
                explicit: false
                category: [Science > Earth Sciences, Society & Culture]
                funding: {url: /give, text: Give}
                medium: podcast
                location: 望汐港
                owner_name: Ann
                owner_email: ann@example.org
                type: serial
                locked: true
            """)
        .With("_posts/2024-01-01-one.md", """
            ---
            title: One
            category: talks
            author: {name: Ann, url: "https://ann.example.org"}
            image: /one.jpg
            enclosure: {url: /one.mp3, type: audio/mpeg, length: 1234, duration: "0:10:05"}
            episode: 1
            season: 2
            episode_type: Full
            explicit: yes
            transcript: [{url: /one.vtt, lang: zh_CN}, {url: "https://example.net/one?t=1&u=2", type: application/x-subrip},
              "http://example.net/plain.vtt", 5.5]
            chapters: /one.json
            ---
            Text.
            """)
        .With(
            "_posts/2024-01-02-two.md",
            "---\ntitle: Two\ncategory: talks\nenclosure: {url: /two.ogg, length: 9}\nepisode: two\nepisode_type: odd\nexplicit: {}\n"
                + "---\nText.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: Three\ncategory: words\nepisode: 3\ntranscript: /three.vtt\n---\nText.\n"));

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class PodcastTests(PodcastSite podcast) : IClassFixture<PodcastSite>
{
    private static readonly XNamespace ITunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    private static readonly XNamespace Podcast = "https://podcastindex.org/namespace/1.0";

    [Theory]
    [InlineData("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c")]
    [InlineData("https://podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c")]
    [InlineData("http://podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c")]
    public void M3_the_guid_is_the_one_that_others_derive(string address, string guid) => Assert.Equal(guid, PodcastGuid.Of(address));

    [Theory]
    [InlineData("/feed.rss", "example.org/feed.rss")]
    [InlineData("/feed.rss?limit=3", "example.org/feed.rss")]
    [InlineData("/feed.rss?category=talks&limit=3", "example.org/feed.rss?category=talks")]
    [InlineData("/categories/talks/feed.rss", "example.org/categories/talks/feed.rss")]
    public async Task M3_a_feed_has_the_same_guid_at_every_length(string address, string name) =>
        Assert.Equal(PodcastGuid.Of(name), (string?)(await ChannelAsync(address)).Element(Podcast + "guid"));

    // Perl's XML::RSS dies of any guid before the first item.
    [Fact]
    public async Task M3_the_guid_stands_behind_the_items()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: A\n")
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\nenclosure: {url: /a.mp3, length: 9}\n---\nText.\n"));

        Assert.Equal(Podcast + "guid", (await site.XmlAsync("/feed.rss")).Element("channel")!.Elements().Last().Name);
    }

    [Fact]
    public async Task M3_an_assigned_guid_is_the_one_of_the_whole_site()
    {
        const string guid = "9b024349-ccf0-5f69-a609-6b82873eab3c";
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", $"title: A\nfeedapi: {{podcast: {{guid: {guid}}}}}\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: talks\nenclosure: {url: /one.mp3, length: 9}\n---\nText.\n"));

        Assert.Equal(guid, (string?)(await site.XmlAsync("/feed.rss")).Element("channel")!.Element(Podcast + "guid"));
        Assert.NotEqual(guid, (string?)(await site.XmlAsync("/categories/talks/feed.rss")).Element("channel")!.Element(Podcast + "guid"));
    }

    [Fact]
    public async Task M2_the_channel_says_what_directories_ask_for()
    {
        var channel = await ChannelAsync("/feed.rss");

        Assert.Equal("Tides", (string?)channel.Element(ITunes + "author"));
        Assert.Equal("false", (string?)channel.Element(ITunes + "explicit"));
        Assert.Equal(
            ["Science", "Earth Sciences", "Society & Culture"],
            channel.Descendants(ITunes + "category").Select(each => (string?)each.Attribute("text")));
        Assert.Equal(2, channel.Elements(ITunes + "category").Count());
        Assert.Equal("https://example.org/logo.png", (string?)channel.Element(ITunes + "image")!.Attribute("href"));
        Assert.Equal(["Ann", "ann@example.org"], channel.Element(ITunes + "owner")!.Elements().Select(each => each.Value));
        Assert.Equal("serial", (string?)channel.Element(ITunes + "type"));
        Assert.Equal(
            ("yes", "ann@example.org"),
            ((string?)channel.Element(Podcast + "locked"), (string?)channel.Element(Podcast + "locked")!.Attribute("owner")));
    }

    [Fact]
    public async Task M2_an_episode_says_what_its_front_matter_says()
    {
        var item = await ItemAsync("One");

        Assert.Equal(
            ["title=One", "duration=605", "episode=1", "season=2", "episodeType=full", "explicit=true", "image="],
            item.Elements().Where(each => each.Name.Namespace == ITunes).Select(each => $"{each.Name.LocalName}={each.Value}"));
        Assert.Equal("https://example.org/one.jpg", (string?)item.Element(ITunes + "image")!.Attribute("href"));
    }

    [Fact]
    public async Task M3_the_channel_says_where_to_pay_what_it_is_and_where_it_is_about()
    {
        var channel = await ChannelAsync("/feed.rss");

        Assert.Equal(
            ("https://example.org/give", "Give"),
            ((string?)channel.Element(Podcast + "funding")!.Attribute("url"), (string?)channel.Element(Podcast + "funding")));
        Assert.Equal(("podcast", "望汐港"), ((string?)channel.Element(Podcast + "medium"), (string?)channel.Element(Podcast + "location")));
    }

    [Fact]
    public async Task M3_the_authors_of_an_episode_are_its_persons()
    {
        var person = (await ItemAsync("One")).Element(Podcast + "person")!;

        Assert.Equal(("Ann", "https://ann.example.org/"), (person.Value, (string?)person.Attribute("href")));
    }

    [Fact]
    public async Task M3_transcripts_and_chapters_have_an_https_address_and_a_type()
    {
        var item = await ItemAsync("One");

        Assert.Equal(
            [
                ("transcript", "https://example.org/one.vtt", "text/vtt", "zh-CN"),
                ("transcript", "https://example.net/one?t=1&u=2", "application/x-subrip", null),
                ("chapters", "https://example.org/one.json", "application/json+chapters", null),
            ],
            item.Elements().Where(each => each.Name.Namespace == Podcast && each.Name.LocalName != "person")
                .Select(each =>
                    (
                        each.Name.LocalName,
                        (string?)each.Attribute("url"),
                        (string?)each.Attribute("type"),
                        (string?)each.Attribute("language"))));
    }

    [Theory]
    [InlineData("Two", "title")]
    [InlineData("Three", null)]
    public async Task Values_that_are_wrong_or_without_audio_are_left_out(string title, string? shown) => Assert.Equal(
        shown is null ? [] : [shown],
        (await ItemAsync(title))
            .Elements()
            .Where(each => each.Name.Namespace == ITunes || each.Name.Namespace == Podcast)
            .Select(each => each.Name.LocalName));

    [Theory]
    [InlineData("/categories/words/feed.rss")]
    [InlineData("/feed.atom")]
    public async Task M6_a_feed_without_audio_and_Atom_are_no_podcasts(string address)
    {
        var text = await podcast.Site.TextAsync(address);

        Assert.DoesNotContain(ITunes.NamespaceName, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Podcast.NamespaceName, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Front_matter_that_feeds_show_still_reaches_the_API() =>
        Assert.Equal(1, (int?)(await podcast.Site.JsonAsync("/api/v1/articles/2024-01-01-one"))["meta"]!["episode"]);

    [Fact]
    public void Every_setting_is_read_and_changes_the_fingerprint()
    {
        using var folder = new ContentFolder();
        var before = folder.With("_config.yml", "title: A\n").Site();

        var after = folder.With(
            "_config.yml",
            "title: A\nfeedapi: {podcast: {guid: 9B024349-CCF0-5F69-A609-6B82873EAB3C, image: /c.jpg, author: B, locked: "
                + "no, funding: /give}}\n").Site();

        Assert.Equal(new PodcastSettings().ToString(), before.Podcast.ToString());
        Assert.Equal(
            ("9b024349-ccf0-5f69-a609-6b82873eab3c", "/c.jpg", "B", false),
            (after.Podcast.Guid, after.Podcast.Image, after.Podcast.Author, after.Podcast.IsLocked));
        Assert.Equal(new PodcastFunding("/give", ""), after.Podcast.Funding);
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }

    [Theory]
    [InlineData("guid: abc", "feedapi.podcast.guid is \"abc\"; it must be a UUID")]
    [InlineData("explicit: perhaps", "feedapi.podcast.explicit is \"perhaps\"; it must be true or false")]
    [InlineData("category: {a: b}", "feedapi.podcast.category is a mapping")]
    [InlineData("category: [[a]]", "feedapi.podcast.category is a list; it must be a string or a list of strings")]
    [InlineData("image: 'ftp://example.org/a.png'", "feedapi.podcast.image is")]
    [InlineData("owner_email: ann", "feedapi.podcast.owner_email is \"ann\"; it must be an email address")]
    [InlineData("type: weekly", "feedapi.podcast.type is \"weekly\"; it must be episodic or serial")]
    [InlineData("locked: 7", "feedapi.podcast.locked is")]
    [InlineData("medium: radio", "feedapi.podcast.medium is \"radio\"; it must be podcast or music")]
    [InlineData("funding: {text: Give}", "feedapi.podcast.funding is")]
    [InlineData("owner_mail: a", "did you mean owner_email?")]
    public void A_wrong_setting_is_named_in_one_line(string setting, string expected)
    {
        using var folder = new ContentFolder();
        folder.With("_config.yml", $"feedapi:\n  podcast:\n    {setting}\n");

        var failure = Assert.Throws<SiteConfigException>(() => folder.Site());

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private async Task<XElement> ChannelAsync(string address) => (await podcast.Site.XmlAsync(address)).Element("channel")!;

    private async Task<XElement> ItemAsync(string title) =>
        (await ChannelAsync("/feed.rss")).Elements("item").Single(item => (string?)item.Element("title") == title);
}
