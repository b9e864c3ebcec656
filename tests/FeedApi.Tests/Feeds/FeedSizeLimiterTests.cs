using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds;

public sealed class FeedSizeLimiterTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/feed.rss?limit=40")]
    public async Task A_feed_stays_within_its_budget_and_leaves_nothing_out(string address)
    {
        await using var site = await StartAsync("max_bytes: 60000");

        var text = await site.TextAsync(address);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 30_000, 60_000);
        var shown = address.Contains("40", StringComparison.Ordinal) ? 40 : 20;
        for (var i = 0; i < shown; i++) Assert.Contains($"title {i:00}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_items_are_whole_and_the_others_have_their_summary_and_none_is_cut()
    {
        await using var site = await StartAsync("max_bytes: 60000");

        var items = (await site.XmlAsync("/feed.rss")).Descendants("item").ToList();
        var whole = items.Select(item => (string?)item.Element(Content + "encoded")).ToList();

        var count = whole.TakeWhile(body => body is not null).Count();
        Assert.InRange(count, 5, 15);
        Assert.All(whole.Take(count), body => Assert.EndsWith("the end.</p>", body!, StringComparison.Ordinal));
        Assert.All(whole.Skip(count), Assert.Null);
        Assert.All(items, item => Assert.NotEmpty((string)item.Element("description")!));
    }

    [Fact]
    public async Task A_feed_within_its_budget_is_whole()
    {
        await using var site = await StartAsync("poll_min_minutes: 5");

        Assert.All((await site.XmlAsync("/feed.rss")).Descendants("item"), item => Assert.NotNull(item.Element(Content + "encoded")));
    }

    private static Task<TestSite> StartAsync(string settings) => TestSite.StartAsync(content =>
    {
        content.With("_config.yml", $"title: T\nfeedapi:\n  feed:\n    {settings}\n");
        for (var i = 0; i < 40; i++)
            content.With(
                $"_posts/2024-01-{(i % 28) + 1:00}-p{i}.md",
                $"---\ntitle: title {i:00}\ndate: {new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(-i):yyyy-MM-dd HH:mm:ss}\n"
                    + $"---\nFirst.\n\n{new string('a', 4_000)}\n\nNow comes the end.\n");
    });
}
