using System.Diagnostics.CodeAnalysis;
using FeedApi.Http.Documents;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>Whoever asks again is answered ahead of routing: every kind of document gives the same answer there.</summary>
public sealed class FastPathConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    // One of many documents is built by the first, becomes known by the second and is answered at once from then on.
    private const int RequestsUntilKnown = 2;

    private static readonly string[][] Requests =
    [
        [], ["Accept-Encoding: gzip"], ["Accept-Encoding: gzip, deflate, br"], ["If-None-Match: {tag}"],
        ["If-None-Match: W/{tag}", "Accept-Encoding: br"], ["If-Modified-Since: {date}"],
        ["If-Match: \"x\""], ["If-None-Match: \"x\"", "Range: bytes=0-1"],
    ];

    [Theory]
    [MemberData(nameof(ConformanceSite.Documents), MemberType = typeof(ConformanceSite))]
    public async Task The_fast_path_gives_the_answer_of_the_slow_one(string target)
    {
        // Its cache forgets everything, so these take the long way.
        var cache = site.Site.Part<DocumentCache>();
        var slow = await AnswersAsync(target, before: cache.Clear);
        for (var i = 0; i < RequestsUntilKnown; i++) await site.GetAsync(target);

        var isKnown = cache.FindAt(target) is not null;
        var fast = await AnswersAsync(target, before: () => { });

        Assert.Equal(!IsNegotiated(target) && !IsHeldElsewhere(target), isKnown);
        Assert.Equal(slow, fast);
    }

    [Fact]
    public async Task An_address_of_another_program_keeps_its_Content_Location()
    {
        for (var i = 0; i < RequestsUntilKnown; i++) await site.GetAsync("/feed.xml");
        Assert.NotNull(site.Site.Part<DocumentCache>().FindAt("/feed.xml"));

        Assert.Equal("https://example.org/feed.atom", (await site.GetAsync("/feed.xml"))["Content-Location"]);
        Assert.Null((await site.GetAsync("/feed.atom"))["Content-Location"]);
    }

    [Fact]
    public async Task An_encoded_question_mark_is_no_query()
    {
        for (var i = 0; i < RequestsUntilKnown; i++) Assert.Equal(200, (await site.GetAsync("/feed.rss?limit=1")).Status);

        Assert.Equal(404, (await site.GetAsync("/feed.rss%3Flimit=1")).Status);
    }

    [Fact]
    public async Task Other_methods_and_encoded_bodies_are_refused_as_before()
    {
        await site.GetAsync("/feed.rss");

        Assert.Equal(405, (await site.SendAsync("POST", "/feed.rss", "Content-Length: 0")).Status);
        Assert.Equal(405, (await site.SendAsync("get", "/feed.rss")).Status);
        Assert.Equal(204, (await site.SendAsync("OPTIONS", "/feed.rss")).Status);
        Assert.Equal(415, (await site.GetAsync("/feed.rss", "Content-Encoding: gzip")).Status);
    }

    [Fact]
    [SuppressMessage("Reliability", "CA2025", Justification = "Awaited.")]
    public async Task The_management_listener_shows_no_documents()
    {
        await site.GetAsync("/feed.rss");

        using var answer = await site.Site.Management.GetAsync("/feed.rss", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_known_address_shows_a_change_at_once()
    {
        await using var changing = await TestSite.StartSampleAsync();
        for (var i = 0; i < RequestsUntilKnown; i++) await changing.TextAsync("/categories/News/feed.rss");

        changing.Content.With("_posts/2024-01-04-four.md", "---\ntitle: Fourth\ncategory: News\n---\nLast.\n");

        await TestSite.UntilAsync(
            async () => (await changing.TextAsync("/categories/News/feed.rss")).Contains("Fourth", StringComparison.Ordinal),
            "the post is shown");
    }

    private static bool IsNegotiated(string target) => target.Split('?')[0].EndsWith("/feed", StringComparison.Ordinal);

    // Made once with the program; not in the cache.
    private static bool IsHeldElsewhere(string target) =>
        target is "/openapi.yaml" or "/openapi.json" or "/.well-known/api-catalog" or "/style.css";

    private async Task<List<string>> AnswersAsync(string target, Action before)
    {
        var plain = await site.GetAsync(target);
        List<string> answers = [];
        foreach (var method in (string[])["GET", "HEAD"])
        {
            foreach (var fields in Requests)
            {
                before();
                string[] filled = [.. fields.Select(field => field
                    .Replace("{tag}", plain["ETag"], StringComparison.Ordinal)
                    .Replace("{date}", plain["Last-Modified"], StringComparison.Ordinal))];
                answers.Add(TextOf(await site.SendAsync(method, target, filled)));
            }
        }

        return answers;
    }

    private static string TextOf(RawAnswer answer) =>
        $"{answer.Status}\n{string.Join('\n', answer.FieldsBut().Select(field => $"{field.Key}: {field.Value}"))}\n"
            + $"{Convert.ToHexString(answer.Body)}";
}
