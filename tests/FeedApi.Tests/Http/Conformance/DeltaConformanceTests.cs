using System.Globalization;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>D1 to D6: feed deltas (RFC 3229), switched on.</summary>
public sealed class DeltaConformanceTests : IAsyncLifetime
{
    private const string Wanted = "A-IM: feed";

    private readonly TestSite site = new() { Arguments = ["--Site:Url", "https://example.org", "--Feeds:Delta", "true"] };

    public async ValueTask InitializeAsync()
    {
        site.Content.With("_config.yml", "title: T\n");
        for (var number = 1; number <= 5; number++) WritePost(number, $"Post {number}");
        await site.StartAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.atom")]
    [InlineData("/feed.json")]
    [InlineData("/feed")]
    [InlineData("/categories/News/feed.rss")]
    [InlineData("/feed.atom?content=summary&limit=4")]
    [InlineData("/atom.xml")]
    public async Task D3_who_has_a_copy_gets_only_what_is_new_or_changed(string target)
    {
        var before = await GetAsync(target);
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));
        await ChangeAsync("/feed.rss", () => WritePost(4, "Post 4, edited"));
        var whole = await GetAsync(target);

        var delta = await GetAsync(target, Wanted, "If-None-Match: " + before["ETag"]);

        Assert.Equal((226, "feed", before["ETag"]), (delta.Status, delta["IM"], delta["Delta-Base"]));
        Assert.Equal((whole["ETag"], whole["Content-Type"], whole["Link"]), (delta["ETag"], delta["Content-Type"], delta["Link"]));
        Assert.Equal(["Post 4, edited", "Post 6"], delta.Titles().Order());
        Assert.Equal(304, (await GetAsync(target, Wanted, "If-None-Match: " + delta["ETag"])).Status);
        // A reader would delete what a complete document does not have.
        Assert.DoesNotContain("fh:complete", delta.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D5_a_delta_is_not_stored_and_varies_by_what_made_it()
    {
        var delta = await DeltaAsync("/feed.rss");

        Assert.Equal("no-store, im", delta["Cache-Control"]);
        Assert.Equal(["accept-encoding", "a-im", "if-none-match"], delta.Members("Vary"));
        Assert.Null(delta["Content-Location"]);
    }

    [Fact]
    public async Task D5_the_whole_feed_varies_by_A_IM_too_and_not_by_the_copies_that_readers_have()
    {
        Assert.Equal(["accept-encoding", "a-im"], (await GetAsync("/feed.rss")).Members("Vary"));
        Assert.Equal(["accept", "accept-encoding", "a-im"], (await GetAsync("/feed", "If-None-Match: *")).Members("Vary"));
        Assert.Equal(["accept-encoding"], (await GetAsync("/api/v1/articles")).Members("Vary"));
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData("feed", 226)]
    [InlineData("FEED", 226)]
    [InlineData("vcdiff, feed;q=0.5", 226)]
    [InlineData("feed ; q=1", 226)]
    [InlineData("feed;q=0", 200)]
    [InlineData("feed;q=0.000, vcdiff", 200)]
    [InlineData("feed;q=garbage", 200)]
    [InlineData("vcdiff, gzip", 200)]
    [InlineData("feeds", 200)]
    [InlineData("", 200)]
    public async Task D1_only_who_lists_the_manipulation_gets_it(string? field, int status)
    {
        var tag = (await GetAsync("/feed.rss"))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));

        var answer = await GetAsync("/feed.rss", ["If-None-Match: " + tag, .. field is null ? (string[])[] : ["A-IM: " + field]]);

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("If-None-Match: \"unknown\"", 200)]
    [InlineData("If-None-Match: *", 304)]
    [InlineData("If-None-Match: {new}", 304)]
    [InlineData("If-None-Match: {old}, {new}", 304)]
    [InlineData("If-None-Match: W/{old}", 226)]
    [InlineData("If-None-Match: \"unknown\", {old}", 226)]
    [InlineData("If-None-Match: {old}|If-Modified-Since: Fri, 01 Jan 2044 00:00:00 GMT", 226)]
    [InlineData("If-None-Match: {old}|If-Match: \"x\"", 412)]
    [InlineData("If-None-Match: {old}|If-Match: {new}", 226)]
    public async Task D2_a_delta_needs_a_copy_that_is_known_and_not_the_present_one(string fields, int status)
    {
        var old = (await GetAsync("/feed.rss"))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));
        var present = (await GetAsync("/feed.rss"))["ETag"];

        var filled = fields.Replace("{old}", old, StringComparison.Ordinal).Replace("{new}", present, StringComparison.Ordinal);
        var answer = await GetAsync("/feed.rss", [Wanted, .. filled.Split('|', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task D2_the_copy_of_another_feed_or_format_is_not_known()
    {
        var tags = new List<string?>();
        foreach (var target in (string[])["/feed.atom", "/categories/News/feed.rss", "/feed.rss?limit=2"])
            tags.Add((await GetAsync(target))["ETag"]);
        await GetAsync("/feed.rss");
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));

        foreach (var tag in tags) Assert.Equal(200, (await GetAsync("/feed.rss", Wanted, "If-None-Match: " + tag)).Status);
    }

    [Fact]
    public async Task D4_of_several_copies_the_newest_is_the_base()
    {
        var oldest = (await GetAsync("/feed.rss"))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));
        var newer = (await GetAsync("/feed.rss"))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(7, "Post 7"));

        var delta = await GetAsync("/feed.rss", Wanted, $"If-None-Match: {newer}, {oldest}");

        Assert.Equal((226, newer), (delta.Status, delta["Delta-Base"]));
        Assert.Equal(["Post 7"], delta.Titles());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task D3_the_tag_is_that_of_the_whole_feed_in_the_coding_of_the_answer(string coding)
    {
        var field = "Accept-Encoding: " + coding;
        var tag = (await GetAsync("/feed.rss", field))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));
        var whole = await GetAsync("/feed.rss", field);

        var delta = await GetAsync("/feed.rss", field, Wanted, "If-None-Match: " + tag);

        Assert.Equal((226, whole["Content-Encoding"], whole["ETag"]), (delta.Status, delta["Content-Encoding"], delta["ETag"]));
        Assert.Equal(["Post 6"], delta.Titles());
    }

    [Fact]
    public async Task D3_HEAD_has_the_fields_of_a_delta()
    {
        var tag = (await GetAsync("/feed.rss"))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));
        var get = await GetAsync("/feed.rss", Wanted, "If-None-Match: " + tag);

        var head = await RawHttp.SendAsync(site.Client.BaseAddress!, "HEAD", "/feed.rss", Wanted, "If-None-Match: " + tag);

        Assert.Equal((226, 0), (head.Status, head.Body.Length));
        Assert.Equal(get.FieldsBut("Last-Modified"), head.FieldsBut("Last-Modified"));
    }

    [Fact]
    public async Task D3_an_old_post_that_comes_back_into_the_feed_is_new_to_who_has_not_had_it()
    {
        const string target = "/feed.rss?limit=3";
        var before = await GetAsync(target);
        await ChangeAsync(target, () => WritePost(6, "Post 6"));
        await ChangeAsync(target, () => File.Delete(site.Content.Full(PathOf(5))));

        var delta = await GetAsync(target, Wanted, "If-None-Match: " + before["ETag"]);

        Assert.Equal(226, delta.Status);
        Assert.Equal(["Post 6"], delta.Titles());
    }

    [Fact]
    public async Task D3_where_nothing_is_new_or_everything_the_whole_feed_is_sent()
    {
        var before = await GetAsync("/feed.rss");
        await ChangeAsync("/feed.rss", () => File.Delete(site.Content.Full(PathOf(5))));
        Assert.Equal(200, (await GetAsync("/feed.rss", Wanted, "If-None-Match: " + before["ETag"])).Status);

        await ChangeAsync(
            "/feed.rss", () => Enumerable.Range(1, 4).ToList().ForEach(number => WritePost(number, $"Post {number}, edited")));
        await TestSite.UntilAsync(
            async () => (await GetAsync("/feed.rss")).Titles().All(title => title.EndsWith("edited", StringComparison.Ordinal)),
            "all are edited");
        Assert.Equal(200, (await GetAsync("/feed.rss", Wanted, "If-None-Match: " + before["ETag"])).Status);
    }

    [Fact]
    public async Task D2_after_a_restart_no_copy_is_known()
    {
        var tag = (await GetAsync("/feed.rss"))["ETag"];
        await site.RestartAsync();
        await ChangeAsync("/feed.atom", () => WritePost(6, "Post 6"));

        Assert.Equal(200, (await GetAsync("/feed.rss", Wanted, "If-None-Match: " + tag)).Status);
    }

    [Theory]
    [InlineData("feedparser/6.0.11 +https://github.com/kurtmckee/feedparser/", 200)]
    [InlineData("rss2email/3.14 (https://github.com/rss2email/rss2email)", 200)]
    [InlineData("FeedParser/6", 200)]
    [InlineData("newsboat/2.21 (Linux x86_64)", 226)]
    public async Task D6_readers_that_are_known_to_drop_226_do_not_get_it(string userAgent, int status)
    {
        var tag = (await GetAsync("/feed.rss"))["ETag"];
        await ChangeAsync("/feed.rss", () => WritePost(6, "Post 6"));

        Assert.Equal(status, (await GetAsync("/feed.rss", Wanted, "If-None-Match: " + tag, "User-Agent: " + userAgent)).Status);
    }

    [Fact]
    public async Task D6_nobody_gets_it_unless_it_is_switched_on()
    {
        await using var plain = await TestSite.StartSampleAsync();
        using var before = await plain.GetAsync("/feed.rss");
        plain.Content.With("_posts/2024-02-01-new.md", "---\ntitle: Something\n---\nx\n");
        await TestSite.UntilAsync(
            async () => (await plain.TextAsync("/feed.rss")).Contains("Something", StringComparison.Ordinal), "the post is there");

        using var answer = await plain.GetAsync("/feed.rss", Wanted, "If-None-Match: " + before.Field("ETag"));

        Assert.Equal((200, "Accept-Encoding", null), ((int)answer.StatusCode, answer.Field("Vary"), answer.Field("IM")));
    }

    private static string PathOf(int number) => string.Create(CultureInfo.InvariantCulture, $"_posts/2024-01-0{number}-p{number}.md");

    private void WritePost(int number, string title) => site.Content.With(
        PathOf(number), $"---\ntitle: '{title}'\ncategory: News\n---\n{string.Join(' ', Enumerable.Repeat(title, 200))}\n");

    private async Task<RawAnswer> DeltaAsync(string target)
    {
        var tag = (await GetAsync(target))["ETag"];
        await ChangeAsync(target, () => WritePost(6, "Post 6"));
        return await GetAsync(target, Wanted, "If-None-Match: " + tag);
    }

    private async Task ChangeAsync(string target, Action change)
    {
        var before = (await GetAsync(target))["ETag"];
        change();
        await TestSite.UntilAsync(async () => (await GetAsync(target))["ETag"] != before, "the change is in the feed");
    }

    private Task<RawAnswer> GetAsync(string target, params string[] fields) =>
        RawHttp.SendAsync(site.Client.BaseAddress!, "GET", target, fields);
}
