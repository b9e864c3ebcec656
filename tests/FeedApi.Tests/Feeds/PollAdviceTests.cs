using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedApi.Feeds;
using FeedApi.Site.Settings;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Feeds;

public sealed partial class PollAdviceTests
{
    private static readonly XNamespace Syndication = "http://purl.org/rss/1.0/modules/syndication/";
    private static readonly DateTimeOffset Newest = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(5, "", 5, "hourly", 12)]
    [InlineData(7, "", 6, "hourly", 10)]
    [InlineData(90, "", 60, "hourly", 1)]
    [InlineData(10_080, "", 60, "hourly", 1)]
    [InlineData(10_080, "feedapi: {feed: {poll_max_minutes: 300}}", 240, "daily", 6)]
    [InlineData(1, "", 5, "hourly", 12)]
    [InlineData(1, "feedapi: {feed: {poll_min_minutes: 1}}", 1, "hourly", 60)]
    [InlineData(10_080, "feedapi: {feed: {poll_max_minutes: 1440}}", 1_440, "daily", 1)]
    public async Task R20_ttl_syndication_and_max_age_agree_and_follow_the_feeds_rhythm(
        int gapMinutes, string config, int minutes, string period, int frequency)
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_config.yml", config);
            for (var i = 0; i < 10; i++)
                content.With($"_posts/p{i}.md", $"---\ndate: {Newest.AddMinutes(-i * gapMinutes):yyyy-MM-dd HH:mm:ss}\n---\nx\n");
        });

        using var response = await site.GetAsync("/feed.rss");
        var channel = (await site.XmlAsync("/feed.rss")).Element("channel")!;

        Assert.Equal(minutes, (int)channel.Element("ttl")!);
        Assert.Equal(
            (period, frequency),
            ((string)channel.Element(Syndication + "updatePeriod")!, (int)channel.Element(Syndication + "updateFrequency")!));
        foreach (var address in new[] { "/feed.rss", "/feed.atom", "/feed.json", "/feed" })
        {
            var policy = (await site.GetAsync(address)).Headers.GetValues("Cache-Control").Single();
            Assert.Equal(minutes * 60, int.Parse(MaxAge().Match(policy).Groups[1].Value, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_feed_without_a_rhythm_is_polled_hourly() => Assert.Equal(60, PollAdvice.MinutesFor([], FeedLimits.Default));

    [GeneratedRegex(@"max-age=(\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex MaxAge();
}
