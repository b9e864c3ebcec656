using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FeedApi.Tests.Hosting;

namespace FeedApi.Tests.Feeds.Digests;

/// <summary>A site in Shanghai whose clock can be set ahead.</summary>
internal sealed partial class DigestSite(TestSite site, SteppedClock clock) : IAsyncDisposable
{
    /// <summary>Noon in Shanghai.</summary>
    private static readonly DateTimeOffset Noon = new(2030, 5, 1, 4, 0, 0, TimeSpan.Zero);

    public TestSite Site => site;

    public static async Task<DigestSite> StartAsync(string settings = "")
    {
        var clock = new SteppedClock();
        clock.Set(Noon - TimeProvider.System.GetUtcNow());
        var site = await TestSite.StartAsync(
            content => content
                .With("_config.yml", "title: Tides\ndescription: About tides\ntimezone: Asia/Shanghai\nlang: en\n" + settings)
                .With("_posts/2030-04-30-first.md", "---\ntitle: First\ncategory: sea\ndate: 2030-04-30 08:10:00 +0800\n---\nfirst\n"),
            clock);
        return new DigestSite(site, clock);
    }

    /// <summary>Sets the clock to a time after noon of the first day.</summary>
    public void Set(TimeSpan afterNoon) => clock.Set(Noon + afterNoon - TimeProvider.System.GetUtcNow());

    /// <summary>The time in Shanghai so long after noon, as in front matter.</summary>
    public static string At(TimeSpan afterNoon) =>
        (Noon + afterNoon).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss '+0800'", CultureInfo.InvariantCulture);

    /// <summary>Saves a post and waits until it is shown.</summary>
    public async Task PublishAsync(string name, string date, string more = "category: sea\n", string body = "x")
    {
        var title = $"{name} of {date} {body}";
        site.Content.With($"_posts/2030-05-01-{name}.md", $"---\ntitle: {title}\ndate: {date}\n{more}---\n{body}\n");
        await TestSite.UntilAsync(
            async () => (await site.TextAsync($"/api/v1/articles?ids=2030-05-01-{name}")).Contains(title, StringComparison.Ordinal),
            $"{title} is shown");
    }

    /// <summary>The items of a digest as JSON Feed, the latest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> ItemsAsync(string query, string feed = "/feed.json") =>
        [.. (await site.JsonAsync($"{feed}?{query}"))["items"]!.AsArray().Select(item => item!)];

    /// <summary>The titles of the articles that an item lists, in its order.</summary>
    public static string[] TitlesOf(JsonNode item) =>
        [.. Link().Matches((string)item["content_html"]!).Select(link => link.Groups[1].Value)];

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [GeneratedRegex("<a href=\"[^\"]+\">([^<]+)</a>")]
    private static partial Regex Link();
}
