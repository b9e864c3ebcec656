using System.Globalization;
using System.Net;
using FeedApi.Tests.Feeds;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Semantics;

public sealed class ConditionalRequestTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private const string Address = "/feed.rss";

    // {tag} is the ETag with its quotes, {hash} without them, {gzip} and {br} those of the other codings.
    [Theory]
    [InlineData("{tag}", 304)]
    [InlineData("W/{tag}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"x\", {tag}", 304)]
    [InlineData("\"x\",W/\"y\" , W/{tag},\"z\"", 304)]
    [InlineData("\"{hash}-gzip\"", 304)]
    [InlineData("W/\"{hash}-gzip\"", 304)]
    [InlineData("{gzip}", 304)]
    [InlineData("W/{br}", 304)]
    [InlineData("{hash}", 304)]
    [InlineData("\"x\"", 200)]
    [InlineData("W/\"x\"", 200)]
    [InlineData("\"\"", 200)]
    [InlineData("garbage", 200)]
    [InlineData("\"{hash}0\"", 200)]
    public async Task H3_If_None_Match_is_compared_weakly(string field, int status)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            using var response = await feeds.Site.SendAsync(method, Address, "If-None-Match: " + await FillAsync(field));
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task H3_If_None_Match_may_stand_in_several_fields() =>
        Assert.Equal(304, await StatusAsync("If-None-Match: \"x\"", "If-None-Match: {tag}"));

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task H3_the_tag_of_a_coding_is_answered_with_itself(string coding)
    {
        using var first = await feeds.Site.GetAsync(Address, "Accept-Encoding: " + coding);
        using var second = await feeds.Site.GetAsync(Address, "Accept-Encoding: " + coding, "If-None-Match: " + first.Field("ETag"));

        Assert.Equal((HttpStatusCode.NotModified, first.Field("ETag")), (second.StatusCode, second.Field("ETag")));
    }

    [Theory]
    [InlineData("\"x\"", 3600, 200)]
    [InlineData("{tag}", -86400, 304)]
    public async Task H4_If_None_Match_makes_If_Modified_Since_ignored(string tag, int secondsAfter, int status) =>
        Assert.Equal(status, await StatusAsync("If-None-Match: " + tag, "If-Modified-Since: " + await ChangedAsync(secondsAfter, "r")));

    [Theory]
    [InlineData(0, 304)]
    [InlineData(1, 304)]
    [InlineData(86_400, 304)]
    [InlineData(-1, 200)]
    [InlineData(-86_400, 200)]
    public async Task H5_If_Modified_Since_is_compared_with_Last_Modified(int secondsAfter, int status) =>
        Assert.Equal(status, await StatusAsync("If-Modified-Since: " + await ChangedAsync(secondsAfter, "r")));

    [Theory]
    [InlineData("dddd, dd-MMM-yy HH:mm:ss 'GMT'")]
    [InlineData("ddd MMM dd HH:mm:ss yyyy")]
    public async Task H5_the_old_forms_of_a_date_are_read(string form) =>
        Assert.Equal(
            (304, 200),
            (
                await StatusAsync("If-Modified-Since: " + await ChangedAsync(0, form)),
                await StatusAsync("If-Modified-Since: " + await ChangedAsync(-1, form))));

    [Fact]
    public async Task H5_a_day_of_one_digit_is_read_in_the_oldest_form() =>
        Assert.Equal(304, await StatusAsync("If-Modified-Since: Mon Jan  4 00:00:00 2044"));

    [Theory]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("2044-01-01T00:00:00Z")]
    [InlineData("Fri, 01 Jan 2044 00:00:00 +0000")]
    [InlineData("Fri, 01 Jan 2044 00:00:00")]
    [InlineData("Fri, 32 Jan 2044 00:00:00 GMT")]
    [InlineData("Fri, 01 Jan 2044 00:00:00 GMT, Fri, 01 Jan 2044 00:00:00 GMT")]
    public async Task H5_what_is_no_date_is_ignored(string field) => Assert.Equal(200, await StatusAsync("If-Modified-Since: " + field));

    [Fact]
    public async Task H5_a_repeated_If_Modified_Since_is_ignored() =>
        Assert.Equal(
            200, await StatusAsync("If-Modified-Since: Fri, 01 Jan 2044 00:00:00 GMT", "If-Modified-Since: Fri, 01 Jan 2044 00:00:00 GMT"));

    [Fact]
    public async Task H6_a_deleted_post_makes_its_feeds_younger()
    {
        await using var site = await TestSite.StartSampleAsync();
        using var before = await site.GetAsync("/categories/%E6%B5%B7/feed.rss");
        await before.SecondOfLastModifiedAsync();

        File.Delete(site.Content.Full("_posts/2024-01-03-three.md"));

        await TestSite.UntilAsync(
            async () => (await site.GetAsync("/categories/%E6%B5%B7/feed.rss")).Field("ETag") != before.Field("ETag"),
            "the feed has changed");
        await TestSite.UntilAsync(
            async () =>
                (await site.GetAsync("/categories/%E6%B5%B7/feed.rss")).Content.Headers.LastModified > before.Content.Headers.LastModified,
            "the date is later");
    }

    [Fact]
    public async Task A_reader_that_goes_by_dates_misses_no_second_change_within_one_second()
    {
        await using var site = await TestSite.StartSampleAsync();
        for (var round = 0; round < 5; round++)
        {
            var title = $"Edit {round}";
            using var before = await site.GetAsync("/feed.rss");
            site.Content.With("_posts/2024-01-01-one.md", $"---\ntitle: {title}\n---\nx\n");
            await TestSite.UntilAsync(
                async () => (await site.TextAsync("/feed.rss")).Contains(title, StringComparison.Ordinal), "the edit is there");

            var since = "If-Modified-Since: " + before.Field("Last-Modified");
            await TestSite.UntilAsync(
                async () => (int)(await site.GetAsync("/feed.rss", since)).StatusCode == 200, "the date tells of the edit");
        }
    }

    [Theory]
    [InlineData("If-Match: {tag}", 200)]
    [InlineData("If-Match: \"x\", {tag}", 200)]
    [InlineData("If-Match: *", 200)]
    [InlineData("If-Match: \"x\"", 412)]
    [InlineData("If-Match: W/{tag}", 412)]
    [InlineData("If-Unmodified-Since: {changed}", 200)]
    [InlineData("If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", 412)]
    [InlineData("If-Unmodified-Since: garbage", 200)]
    public async Task H7_If_Match_and_If_Unmodified_Since_fail_with_412(string field, int status) =>
        Assert.Equal(status, await StatusAsync(field));

    [Theory]
    [InlineData("If-Match: {tag}", "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", 200)]
    [InlineData("If-Match: \"x\"", "If-None-Match: {tag}", 412)]
    [InlineData("If-Match: {tag}", "If-None-Match: {tag}", 304)]
    [InlineData("If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "If-None-Match: {tag}", 412)]
    [InlineData("If-Unmodified-Since: {changed}", "If-Modified-Since: {changed}", 304)]
    public async Task H7_conditions_are_evaluated_in_their_order(string one, string other, int status) =>
        Assert.Equal(status, await StatusAsync(one, other));

    [Theory]
    [InlineData("/nothing", 404)]
    [InlineData("/categories/nothing/feed.rss", 404)]
    [InlineData("/api/v1/articles/nothing", 404)]
    [InlineData("/feed.rss?limit=0", 400)]
    [InlineData("/categories/NEWS/feed.rss", 301)]
    public async Task H7_conditions_are_ignored_where_the_plain_answer_is_no_success(string address, int status)
    {
        foreach (var field in new[] { "If-None-Match: *", "If-Match: \"x\"", "If-Modified-Since: Fri, 01 Jan 2044 00:00:00 GMT" })
            Assert.Equal(status, (int)(await feeds.Site.GetAsync(address, field)).StatusCode);
    }

    [Theory]
    [InlineData("/feed", "ETag", "Vary", "Cache-Control", "Content-Location", "Last-Modified", "Access-Control-Allow-Origin")]
    [InlineData("/feed.atom", "ETag", "Vary", "Cache-Control", "Last-Modified", "Access-Control-Expose-Headers")]
    [InlineData("/opml.xml", "ETag", "Cache-Control", "Last-Modified")]
    [InlineData("/api/v1/articles", "ETag", "Vary", "Cache-Control", "Last-Modified")]
    [InlineData("/openapi.json", "ETag", "Vary", "Cache-Control", "Last-Modified")]
    public async Task H8_not_modified_carries_the_fields_of_the_document(string address, params string[] names)
    {
        using var full = await feeds.Site.GetAsync(address);
        using var unchanged = await feeds.Site.GetAsync(address, "If-None-Match: " + full.Field("ETag"));

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.NotNull(unchanged.Field("Date"));
        Assert.All(names, name => Assert.Equal((name, full.Field(name)!), (name, unchanged.Field(name) ?? "")));
    }

    [Fact]
    public async Task H8_not_modified_has_no_body()
    {
        using var response = await feeds.Site.GetAsync(Address, "If-None-Match: *");

        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Null(response.Field("Content-Type"));
    }

    private async Task<int> StatusAsync(params string[] fields)
    {
        var filled = new List<string>();
        foreach (var field in fields) filled.Add(await FillAsync(field));
        using var response = await feeds.Site.GetAsync(Address, [.. filled]);
        return (int)response.StatusCode;
    }

    private async Task<string> FillAsync(string field) => field
        .Replace("{tag}", await TagAsync("identity"), StringComparison.Ordinal)
        .Replace("{hash}", (await TagAsync("identity")).Trim('"'), StringComparison.Ordinal)
        .Replace("{gzip}", await TagAsync("gzip"), StringComparison.Ordinal)
        .Replace("{br}", await TagAsync("br"), StringComparison.Ordinal)
        .Replace("{changed}", await ChangedAsync(0, "r"), StringComparison.Ordinal);

    private async Task<string> TagAsync(string coding) => (await feeds.Site.GetAsync(Address, "Accept-Encoding: " + coding)).Field("ETag")!;

    private async Task<string> ChangedAsync(int secondsAfter, string form) =>
        (await feeds.Site.GetAsync(Address)).Content.Headers.LastModified!.Value
            .AddSeconds(secondsAfter).UtcDateTime
            .ToString(form, CultureInfo.InvariantCulture);
}
