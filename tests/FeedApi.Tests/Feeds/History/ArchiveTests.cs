using System.Xml.Linq;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds.History;

/// <summary>RFC 5005: a feed leads to all of its history.</summary>
public sealed class ArchiveTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/feed.atom", 0)]
    [InlineData("/feed.atom", 7)]
    [InlineData("/feed.atom", 20)]
    [InlineData("/feed.atom", 21)]
    [InlineData("/feed.atom", 50)]
    [InlineData("/feed.atom", 170)]
    [InlineData("/feed.rss", 130)]
    [InlineData("/categories/odd/feed.rss", 300)]
    [InlineData("/feed.atom", 155)]
    [InlineData("/feed.atom?limit=100", 230)]
    [InlineData("/feed.rss?limit=1", 101)]
    [InlineData("/feed.rss?limit=99", 151)]
    [InlineData("/categories/odd/feed.atom?content=summary", 300)]
    [InlineData("/categories/odd/feed.atom?content=summary&limit=7", 300)]
    public async Task P2_the_subscription_document_and_the_archives_hold_every_post_once(string address, int posts)
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, posts));
        var expected = Enumerable.Range(0, posts)
            .Where(number => !address.Contains("odd", StringComparison.Ordinal) || number % 2 == 1)
            .Select(IdOf);

        var seen = (await WalkAsync(site, address)).SelectMany(GuidsOf);

        Assert.Equal(expected.Reverse(), seen);
    }

    [Theory]
    [InlineData("/feed.rss", true)]
    [InlineData("/feed.atom", true)]
    [InlineData("/feed.atom?limit=5", true)]
    [InlineData("/feed.atom?limit=4", false)]
    [InlineData("/categories/odd/feed.rss", true)]
    [InlineData("/feed.rss?category=odd&limit=2", true)]
    [InlineData("/feed.rss?category=odd&limit=1", false)]
    [InlineData("/feed.atom?q=nothing", true)]
    public async Task P6_a_document_that_is_the_whole_feed_says_so_and_has_no_links_to_others(string address, bool isWhole)
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 5));
        var feed = await site.XmlAsync(address);

        Assert.Equal(isWhole, feed.Descendants(History + "complete").Any());
        Assert.Equal(!isWhole, feed.Descendants(Atom + "link").Any(link => (string?)link.Attribute("rel") is "prev-archive" or "next"));
    }

    [Fact]
    public async Task P6_neither_archives_nor_pages_say_that_they_are_whole()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 60));
        Assert.All(await WalkAsync(site, "/feed.rss?limit=7"), document => Assert.Empty(document.Descendants(History + "complete")));
        var last = LinkOf(await site.XmlAsync("/feed.atom?category=odd"), "next")!;

        Assert.Empty((await site.XmlAsync(new Uri(last).PathAndQuery)).Descendants(History + "complete"));
    }

    [Fact]
    public async Task P3_archives_say_so_and_lead_both_ways_and_to_the_current_document()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 175));

        var documents = await WalkAsync(site, "/feed.rss");

        Assert.Equal(5, documents.Count);
        Assert.Equal([false, true, true, true, true], documents.Select(document => document.Descendants(History + "archive").Any()));
        Assert.Null(LinkOf(documents[0], "current"));
        Assert.All(documents.Skip(1), document => Assert.Equal("https://example.org/feed.rss", LinkOf(document, "current")));
        // Neither the open archive nor the newest full one has a next one; the others lead to the one before in this walk.
        Assert.Equal(
            [null, null, null, LinkOf(documents[2], "self"), LinkOf(documents[3], "self")],
            documents.Select(document => LinkOf(document, "next-archive")));
        Assert.Null(LinkOf(documents[^1], "prev-archive"));
    }

    [Fact]
    public async Task P4_full_archives_stay_byte_for_byte_and_are_never_asked_for_again()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 120));
        var full = (await WalkAsync(site, "/feed.atom")).Skip(1).Select(document => PathOf(LinkOf(document, "self")!)).ToList();
        Assert.Equal(2, full.Count);
        var before = await Task.WhenAll(full.Select(site.TextAsync));

        Add(site.Content, 120, 30);
        await TestSite.UntilAsync(
            async () => (int)(await site.JsonAsync("/api/v1/site"))["article_count"]! == 150, "all posts are published");

        Assert.Equal(before[1], await site.TextAsync(full[1]));
        Assert.Equal(GuidsOf(XDocument.Parse(before[0]).Root!), GuidsOf(await site.XmlAsync(full[0])));
        using var archive = await site.GetAsync(full[1]);
        Assert.Equal("public, max-age=31536000, immutable", archive.Headers.GetValues("Cache-Control").Single());
        var after = (await WalkAsync(site, "/feed.atom")).Select(document => PathOf(LinkOf(document, "self")!));
        Assert.Subset(after.ToHashSet(), full.ToHashSet());
    }

    [Fact]
    public async Task P4_the_archives_are_the_same_without_the_index()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 230));
        var before = (await WalkAsync(site, "/categories/odd/feed.atom")).Select(document => document.ToString()).ToList();

        await site.RestartWithoutIndexAsync();

        Assert.Equal(before, (await WalkAsync(site, "/categories/odd/feed.atom")).Select(document => document.ToString()));
    }

    [Fact]
    public async Task P5_a_corrected_old_post_comes_back_into_the_subscription_document()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 120));

        site.Content.With($"_posts/{IdOf(3)}.md", $"""
            ---
            title: Corrected
            date: {Start.AddHours(3):yyyy-MM-dd HH:mm:ss} +0000
            correction: {"{"}text: Said wrongly., date: {DateTimeOffset.UtcNow.AddHours(-1):yyyy-MM-dd HH:mm:ss} +0000{"}"}
            category: odd
            ---
            x
            """);
        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.atom")).Contains("Corrected", StringComparison.Ordinal), "it is in the feed");

        var documents = await WalkAsync(site, "/feed.atom");
        Assert.Equal(20, GuidsOf(documents[0]).Count());
        Assert.Equal(120, documents.SelectMany(GuidsOf).Distinct().Count());
    }

    [Fact]
    public async Task Posts_with_earlier_dates_find_their_archive_which_is_cut_again_when_it_grows()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 120));

        for (var number = 0; number < 150; number++)
        {
            site.Content.With(
                $"_posts/2024-01-02-late-{number:000}.md",
                $"---\ntitle: L\ndate: 2024-01-02 09:{number % 60:00}:{number / 60:00} +0000\n---\nx\n");
        }

        await TestSite.UntilAsync(
            async () => (int)(await site.JsonAsync("/api/v1/site"))["article_count"]! == 270, "all posts are published");

        var documents = await WalkAsync(site, "/feed.rss");
        Assert.Equal(270, documents.SelectMany(GuidsOf).Distinct().Count());
        Assert.All(documents, document => Assert.InRange(GuidsOf(document).Count(), 0, 100));
    }

    [Fact]
    public async Task J7_next_url_leads_over_every_post_once()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 65));
        List<string> seen = [], addresses = [];
        for (string? address = "/feed.json"; address is not null;)
        {
            addresses.Add(address);
            var page = await site.JsonAsync(address);
            Assert.Equal(address, PathOf((string)page["feed_url"]!));
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            address = (string?)page["next_url"] is { } next ? PathOf(next) : null;
        }

        Assert.Equal(4, addresses.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 65).Select(IdOf).Select(id => $"tag:example.org,{id[..10]}:{id}").Reverse(), seen);
    }

    [Fact]
    public async Task P1_a_feed_with_filters_has_pages()
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 65));

        var first = await site.XmlAsync("/feed.atom?category=odd");
        var second = await site.XmlAsync(PathOf(LinkOf(first, "next")!));

        Assert.Null(LinkOf(first, "prev-archive"));
        Assert.Equal(12, GuidsOf(second).Count());
        Assert.Equal("https://example.org/feed.atom?category=odd", LinkOf(first, "self"));
        Assert.Equal(GuidsOf(first), GuidsOf(await site.XmlAsync(PathOf(LinkOf(second, "previous")!))));
    }

    [Theory]
    [InlineData("/feed.atom?archive=nothing", "archive")]
    [InlineData("/feed.json?cursor=nothing", "cursor")]
    [InlineData("/feed.rss?archive=open&category=odd", "archive")]
    public async Task A_place_that_was_not_made_for_the_feed_is_a_400(string address, string parameter)
    {
        await using var site = await TestSite.StartAsync(content => Add(content, 0, 3));

        using var response = await site.GetAsync(address);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(
            $"\"parameter\":\"{parameter}\"",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private static void Add(ContentFolder content, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var category = number % 2 == 1 ? "odd" : "even";
            content.With(
                $"_posts/{IdOf(number)}.md",
                $"---\ntitle: P{number}\ndate: {Start.AddHours(number):yyyy-MM-dd HH:mm:ss} +0000\ncategory: {category}\n"
                    + $"---\nText {number}.\n");
        }
    }

    private static string IdOf(int number) => $"{Start.AddHours(number):yyyy-MM-dd}-p{number:000}";

    // From the subscription document back to the oldest archive.
    private static async Task<List<XElement>> WalkAsync(TestSite site, string address)
    {
        List<XElement> documents = [];
        for (string? next = address; next is not null; next = LinkOf(documents[^1], "prev-archive") is { } link ? PathOf(link) : null)
            documents.Add(await site.XmlAsync(next));
        return documents;
    }

    private static string? LinkOf(XElement document, string relation) =>
        (string?)document.Descendants(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == relation)?.Attribute("href");

    private static IEnumerable<string> GuidsOf(XElement document) => document.Descendants("guid")
        .Concat(document.Elements(Atom + "entry").Elements(Atom + "id"))
        .Select(guid => guid.Value[(guid.Value.LastIndexOf(':') + 1)..]);

    private static string PathOf(string address) => new Uri(address).PathAndQuery;
}
