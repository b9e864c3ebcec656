using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using FeedApi.Feeds.Digests;
using FeedApi.Feeds.Validation;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Pages;
using Xunit;

namespace FeedApi.Tests.Feeds.Digests;

/// <summary>Feeds with one entry a period, over HTTP.</summary>
public sealed class DigestTests
{
    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);

    [Fact]
    public async Task A_period_is_an_entry_once_it_has_ended()
    {
        await using var digest = await DigestSite.StartAsync();
        await digest.PublishAsync("a", DigestSite.At(TimeSpan.Zero));

        Assert.Equal(["30 April 2030 08:00–09:00 (1 article)"], await TitlesAsync(digest, "digest=hour"));
        digest.Set(Hours(1.01));
        await digest.PublishAsync("b", DigestSite.At(Hours(1)));

        Assert.Equal(
            ["1 May 2030 12:00–13:00 (1 article)", "30 April 2030 08:00–09:00 (1 article)"], await TitlesAsync(digest, "digest=hour"));
        Assert.Equal(["30 April 2030 (1 article)"], await TitlesAsync(digest, "digest=day"));
    }

    [Fact]
    public async Task Every_article_of_48_hours_is_in_exactly_one_hour_and_one_day()
    {
        await using var digest = await DigestSite.StartAsync();
        var shown = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var hour = 0; hour < 48; hour++)
        {
            digest.Set(Hours(hour + 0.2));
            await digest.PublishAsync($"now-{hour}", DigestSite.At(Hours(hour + 0.1)));
            await digest.PublishAsync($"late-{hour}", DigestSite.At(Hours(hour - 7.3)));
            if (hour % 5 == 4) await digest.PublishAsync($"now-{hour - 3}", DigestSite.At(Hours(hour - 3)), body: "edited");
            if (hour % 7 == 6) await digest.PublishAsync($"now-{hour - 2}", DigestSite.At(Hours(hour - 20)), body: "dated back");
            foreach (var item in await digest.ItemsAsync("digest=hour&limit=100"))
            {
                var ids = IdsOf(item);
                if (shown.TryGetValue((string)item["id"]!, out var before)) Assert.Equal(before, ids);
                shown[(string)item["id"]!] = ids;
            }
        }

        digest.Set(Hours(73));
        await digest.PublishAsync("last", DigestSite.At(Hours(72.9)));
        var hours = await digest.ItemsAsync("digest=hour&limit=100");
        var days = await digest.ItemsAsync("digest=day&limit=100");
        string[] all = [.. (await AllIdsAsync(digest)).Where(id => id != "2030-05-01-last").Order(StringComparer.Ordinal)];

        Assert.Equal(97, all.Length);
        Assert.Equal(all, hours.SelectMany(IdsOf).Order(StringComparer.Ordinal));
        Assert.Equal(all, days.SelectMany(IdsOf).Order(StringComparer.Ordinal));
        Assert.Equal(49, hours.Count);
        Assert.Equal(hours.Count, hours.Select(item => (string)item["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task An_article_that_comes_late_leaves_former_periods_as_they_are()
    {
        await using var digest = await DigestSite.StartAsync();
        await digest.PublishAsync("a", DigestSite.At(TimeSpan.Zero));
        digest.Set(Hours(30));
        await digest.PublishAsync("late", DigestSite.At(Hours(0.5)));
        var before = await digest.Site.TextAsync("/feed.json?digest=hour");
        digest.Set(Hours(31.1));
        await digest.PublishAsync("b", DigestSite.At(Hours(31)));

        var items = await digest.ItemsAsync("digest=hour");

        Assert.DoesNotContain("late of", before, StringComparison.Ordinal);
        Assert.StartsWith("late of", Assert.Single(DigestSite.TitlesOf(items[0])), StringComparison.Ordinal);
        Assert.StartsWith("a of", Assert.Single(DigestSite.TitlesOf(items[1])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_first_public_when_outlives_a_restart()
    {
        await using var digest = await DigestSite.StartAsync();
        digest.Set(Hours(30));
        await digest.PublishAsync("late", DigestSite.At(Hours(0.5)));
        digest.Set(Hours(31.1));
        await digest.Site.RestartAsync();

        Assert.StartsWith("late of", DigestSite.TitlesOf((await digest.ItemsAsync("digest=hour"))[0])[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/categories/sea/feed.json", "digest=day", "?category=sea")]
    [InlineData("/feed.json", "digest=day&tag=red", "?tag=red")]
    [InlineData("/feed.json", "digest=day&q=crab", "?q=crab")]
    public async Task A_digest_of_a_selection_has_pages_of_the_selection(string feed, string query, string suffix)
    {
        await using var digest = await DigestSite.StartAsync();
        await digest.PublishAsync("in", DigestSite.At(TimeSpan.Zero), "categories: [sea]\ntags: [red]\n", "crab");
        await digest.PublishAsync("out", DigestSite.At(TimeSpan.Zero), "categories: [land]\n", "mouse");
        digest.Set(Hours(13));
        await digest.PublishAsync("next", DigestSite.At(Hours(13)), "categories: [sea]\ntags: [red]\n", "crab");

        var item = (await digest.ItemsAsync(query, feed))[0];
        var page = new Uri((string)item["url"]!).PathAndQuery;

        Assert.Equal("/digest/2030-05-01" + suffix, page);
        Assert.StartsWith("in of", Assert.Single(DigestSite.TitlesOf(item)), StringComparison.Ordinal);
        var html = await digest.Site.TextAsync(page);
        Assert.Contains("in of", html, StringComparison.Ordinal);
        Assert.DoesNotContain("out of", html, StringComparison.Ordinal);
        Assert.Contains(page.Replace("&", "&amp;", StringComparison.Ordinal), await PeopleAsync(digest, $"{feed[..^5]}?{query}"));
    }

    [Theory]
    [InlineData("/digest/2030-05-01", 404)]
    [InlineData("/digest/2030-04-30", 200)]
    [InlineData("/digest/2030-04-30T0000Z", 200)]
    [InlineData("/digest/2030-04-30T0100Z", 404)]
    [InlineData("/digest/2029-04-30", 404)]
    [InlineData("/digest/nothing", 404)]
    [InlineData("/digest/2030-04-30?category=seal", 400)]
    [InlineData("/digest/2030-04-30?category=-sea", 404)]
    public async Task A_page_is_there_for_a_period_that_has_ended_and_has_articles(string address, int status)
    {
        await using var digest = await DigestSite.StartAsync();
        await digest.PublishAsync("a", DigestSite.At(TimeSpan.Zero));
        Assert.Equal(status, await digest.Site.StatusAsync(address));
    }

    [Theory]
    [InlineData("digest=week", "digest")]
    [InlineData("digest=day&digest=hour", "digest")]
    [InlineData("digest=day&sort=-updated", "sort")]
    [InlineData("digest=day&cursor=x", "cursor")]
    [InlineData("digest=day&archive=open", "archive")]
    public async Task What_a_digest_cannot_do_is_refused(string query, string parameter)
    {
        await using var digest = await DigestSite.StartAsync();
        var problem = JsonNode.Parse(await TextOfRefusalAsync(digest, "/feed.rss?" + query))!;
        Assert.Equal((400, parameter), ((int)problem["status"]!, (string)problem["errors"]![0]!["parameter"]!));
    }

    [Fact]
    public async Task A_digest_is_a_valid_feed_in_every_format_and_in_the_language_of_the_site()
    {
        await using var digest = await DigestSite.StartAsync("lang: zh-TW\n");
        digest.Set(Hours(30));
        await digest.PublishAsync("b", DigestSite.At(Hours(30)));

        var feed = await digest.Site.JsonAsync("/feed.json?digest=day&limit=3");
        foreach (var format in FeedFormat.All)
        {
            var document = await digest.Site.TextAsync($"/feed.{format.Name}?digest=day&limit=3");
            var address = ((string)feed["feed_url"]!).Replace("feed.json", $"feed.{format.Name}", StringComparison.Ordinal);
            Assert.Empty(FeedValidator.Check(format, Encoding.UTF8.GetBytes(document), address));
            if (format == FeedFormat.Json) continue;
            using var reader = XmlReader.Create(new StringReader(document));
            Assert.Equal("2030年4月30日（1 篇文章）", Assert.Single(SyndicationFeed.Load(reader).Items).Title.Text);
        }

        Assert.Equal("Tides（每日彙總）", (string)feed["title"]!);
        Assert.Equal("2030年4月30日（1 篇文章）", (string)feed["items"]![0]!["title"]!);
    }

    [Fact]
    public async Task The_clock_has_digests_made_anew_at_every_quarter_of_an_hour()
    {
        var time = new ObservedClock(new DateTimeOffset(2030, 5, 1, 3, 50, 0, TimeSpan.Zero));
        var cache = new DocumentCache(1 << 20, time);
        using var clock = new DigestClock(cache, time);
        var built = 0;
        await clock.StartAsync(TestContext.Current.CancellationToken);
        await FindAsync();
        await FindAsync();
        Assert.Equal(1, built);

        await time.UntilTimerAsync(new DateTimeOffset(2030, 5, 1, 4, 0, 0, TimeSpan.Zero));
        time.Advance(TimeSpan.FromMinutes(10));

        await TestSite.UntilAsync(
            async () =>
            {
                await FindAsync();
                return built == 2;
            },
            "it is built again");
        await clock.StopAsync(TestContext.Current.CancellationToken);

        ValueTask<Document?> FindAsync() => cache.GetOrBuildAsync("feed", _ => ValueTask.FromResult<Document?>(Build()), default);

        Document Build()
        {
            built++;
            return new Document("text/plain", "x"u8.ToArray(), time.GetUtcNow()) { Tags = [SurrogateKeys.Digests] };
        }
    }

    private static async Task<string[]> TitlesAsync(DigestSite digest, string query) =>
        [.. (await digest.ItemsAsync(query)).Select(item => (string)item["title"]!)];

    // The name of a post is the first word of its title.
    private static string[] IdsOf(JsonNode item) => [.. DigestSite.TitlesOf(item)
        .Select(title => title == "First" ? "2030-04-30-first" : "2030-05-01-" + title.Split(' ')[0]).Order(StringComparer.Ordinal)];

    private static async Task<IReadOnlyList<string>> AllIdsAsync(DigestSite digest) =>
        [.. (await digest.Site.TextAsync("/api/v1/articles.ndjson?fields=id"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string)JsonNode.Parse(line)!["id"]!)];

    private static async Task<string> TextOfRefusalAsync(DigestSite digest, string address)
    {
        using var response = await digest.Site.GetAsync(address);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> PeopleAsync(DigestSite digest, string address)
    {
        using var response = await digest.Site.GetAsync(address, "Accept: text/html");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
