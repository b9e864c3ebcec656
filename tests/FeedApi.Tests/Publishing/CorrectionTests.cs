using System.Xml.Linq;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing;

/// <summary>Corrections lift a post to the top of what readers subscribe to, for seven days.</summary>
public sealed class CorrectionTests
{
    private const string Old = "_posts/2029-01-01-old.md";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Now = new(2030, 1, 10, 0, 0, 0, TimeSpan.Zero);

    private readonly ObservedClock clock = new(Now);

    [Theory]
    [InlineData("correction: {text: It was 3 metres., date: 2030-01-09T12:00:00Z}")]
    [InlineData("correction: It was 3 metres.\nupdated: 2030-01-09T12:00:00Z")]
    [InlineData("updated: {text: It was 3 metres., date: 2030-01-09T12:00:00Z}")]
    [InlineData("correction: [{text: Older., date: 2029-12-01}, {text: It was 3 metres., date: 2030-01-09T12:00:00Z}]")]
    public async Task A_corrected_post_is_on_top_with_its_note_and_keeps_its_date(string frontMatter)
    {
        await using var site = await StartAsync(content => content.With(Old, $"---\ntitle: Old\n{frontMatter}\n---\nText of old.\n"));

        var entry = (await site.XmlAsync("/feed.atom")).Element(Atom + "entry")!;
        Assert.Equal("Old", (string?)entry.Element(Atom + "title"));
        Assert.StartsWith("2029-01-01", (string?)entry.Element(Atom + "published"), StringComparison.Ordinal);
        Assert.Equal("2030-01-09T12:00:00Z", (string?)entry.Element(Atom + "updated"));
        Assert.Contains("Correction (2030-01-09): It was 3 metres.", (string?)entry.Element(Atom + "content"), StringComparison.Ordinal);

        var item = (await site.XmlAsync("/feed.rss")).Element("channel")!.Element("item")!;
        Assert.Equal("Old", (string?)item.Element("title"));
        Assert.Equal("2030-01-09T12:00:00Z", (string?)item.Element(Atom + "updated"));
        Assert.StartsWith("Mon, 01 Jan 2029", (string?)item.Element("pubDate"), StringComparison.Ordinal);

        var json = (await site.JsonAsync("/feed.json"))["items"]![0]!;
        Assert.Equal("Old", (string?)json["title"]);
        Assert.Equal("2030-01-09T12:00:00Z", (string?)json["date_modified"]);
        Assert.Equal("It was 3 metres.", (string?)json["_feedapi"]!["correction"]!["text"]);

        Assert.Contains("It was 3 metres.", await site.TextAsync("/articles/2029-01-01-old"), StringComparison.Ordinal);
        Assert.Equal("It was 3 metres.", (string?)(await site.JsonAsync("/api/v1/articles/2029-01-01-old"))["correction"]!["text"]);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Fact]
    public async Task After_seven_days_the_feed_shows_the_post_in_its_place_again()
    {
        await using var site = await StartAsync(content => content.With(
            Old, "---\ntitle: Old\ncorrection: {text: Wrong., date: 2030-01-09T12:00:00Z}\n---\nx\n"));
        var before = await site.GetAsync("/feed.rss");
        Assert.Contains("<title>Old</title>", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);

        clock.SetUtcNow(new DateTimeOffset(2030, 1, 16, 12, 0, 0, TimeSpan.Zero));
        await UntilAsync(async () => !(await site.TextAsync("/feed.rss")).Contains("<title>Old</title>", StringComparison.Ordinal));

        Assert.NotEqual(before.Headers.ETag, (await site.GetAsync("/feed.rss")).Headers.ETag);
        Assert.Contains("Wrong.", await site.TextAsync("/articles/2029-01-01-old"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_ends_in_time_also_when_the_file_is_broken_by_then_and_the_post_stays()
    {
        await using var site = await StartAsync(content => content.With(
            Old, "---\ntitle: Old\ncorrection: {text: Wrong., date: 2030-01-09T12:00:00Z}\n---\nx\n"));
        site.Content.With(Old, "---\ntitle: Cut off\n");
        await UntilAsync(async () => (await site.ProblemsAsync()).Count > 0);
        Assert.Contains("<title>Old</title>", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);

        clock.SetUtcNow(new DateTimeOffset(2030, 1, 16, 12, 0, 0, TimeSpan.Zero));
        await UntilAsync(async () => !(await site.TextAsync("/feed.rss")).Contains("<title>Old</title>", StringComparison.Ordinal));

        Assert.Equal("Old", (string?)(await site.JsonAsync("/api/v1/articles/2029-01-01-old"))["title"]);
    }

    [Fact]
    public async Task A_plain_edit_lifts_nothing()
    {
        await using var site = await StartAsync(content => content.With(Old, "---\ntitle: Old\nupdated: 2030-01-09\n---\nx\n"));

        Assert.DoesNotContain("<title>Old</title>", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
        Assert.StartsWith(
            "2030-01-09", (string?)(await site.JsonAsync("/api/v1/articles/2029-01-01-old"))["updated"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archives_keep_the_place_of_a_corrected_post()
    {
        await using var site = await StartAsync(content => content.With(
            Old, "---\ntitle: Old\ncorrection: {text: Wrong., date: 2030-01-09T12:00:00Z}\n---\nx\n"));
        var all = new List<string>();
        for (var next = "/feed.rss"; next is not null;)
        {
            var channel = (await site.XmlAsync(next)).Element("channel")!;
            all.AddRange(channel.Elements("item").Select(item => (string)item.Element("title")!));
            next = channel.Elements(Atom + "link").FirstOrDefault(link => (string?)link.Attribute("rel") == "prev-archive")
                ?.Attribute("href")?.Value[("https://example.org".Length)..];
        }

        Assert.Equal(31, all.Distinct().Count());
        Assert.Equal("Old", all[0]);
        Assert.Equal(20, all.IndexOf("Post 11"));
    }

    [Fact]
    public async Task A_correction_of_the_future_appears_at_its_time()
    {
        await using var site = await StartAsync(content => content.With(
            Old, "---\ntitle: Old\ncorrection: {text: Wrong., date: 2030-01-11T00:00:00Z}\n---\nx\n"));
        Assert.Null((await site.JsonAsync("/api/v1/articles/2029-01-01-old"))["correction"]);

        clock.SetUtcNow(Now.AddDays(1));
        await UntilAsync(async () => (await site.JsonAsync("/api/v1/articles/2029-01-01-old"))["correction"] is not null);

        Assert.Contains("<title>Old</title>", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correction: It was 3 metres.")]
    [InlineData("correction: {date: 2030-01-09}")]
    [InlineData("correction: {text: '', date: 2030-01-09}")]
    public async Task A_correction_without_text_or_date_is_a_problem(string frontMatter)
    {
        await using var site = await StartAsync(content => content.With(Old, $"---\ntitle: Old\n{frontMatter}\n---\nx\n"));

        Assert.Equal("incomplete-correction", (string?)Assert.Single(await site.ProblemsAsync())!["code"]);
        Assert.DoesNotContain("<title>Old</title>", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);
    }

    private Task UntilAsync(Func<Task<bool>> condition) => TestSite.UntilAsync(
        async () =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            return await condition();
        },
        "it is so");

    // Thirty newer posts, more than a feed shows.
    private Task<TestSite> StartAsync(Action<ContentFolder> fill) => TestSite.StartAsync(
        content =>
        {
            for (var day = 1; day <= 30; day++) content.With($"_posts/2029-06-{day:00}-post.md", $"---\ntitle: Post {day}\n---\nx\n");
            fill(content);
        },
        clock);
}
