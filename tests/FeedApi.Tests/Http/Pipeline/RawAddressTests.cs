using System.Text;
using System.Text.RegularExpressions;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Pipeline;

/// <summary>Addresses that clients send as UTF-8 and not percent-encoded are answered as if they were.</summary>
public sealed partial class RawAddressTests(RawAddressSite site) : IClassFixture<RawAddressSite>
{
    private const string Body = "\r\n\r\nGET /health/live?é HTTP/1.1\r\nHost: localhost\r\n\r\n";

    public static TheoryData<string> Addresses() =>
    [
        "/feed.atom?q=潮汐", "/feed?q=潮汐&limit=1", "/categories/海/feed.rss", "/categories/海", "/categories/%E6%B5%B7/feed.json?q=第三",
        "/CATEGORIES/海/?q=潮", "/api/v1/articles?category=海&q=篇", "/api/v1/articles?q=%E6%BD%AE汐", "/api/v1/articles?categroy=海", "/没有",
        "/search?q=潮汐 ".TrimEnd(), "/tags/𠀀字", "http://localhost/feed.rss?q=海", "/é?é=é", "/assets/海.png", "/a/../海",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_raw_address_is_answered_as_its_encoded_form(string address)
    {
        foreach (var method in (string[])["GET", "HEAD"]) await SameAsync($"{method} {address} HTTP/1.1");
        await SameAsync($"GET {address} HTTP/1.0");
    }

    [Theory]
    [InlineData("GET /\xFF\xFE HTTP/1.1", "404", "unknown-address")]
    [InlineData("GET /\xC0\xAE\xC0\xAE/ HTTP/1.1", "404", "unknown-address")]
    [InlineData("GET /\xED\xA0\x80 HTTP/1.1", "404", "unknown-address")]
    [InlineData("G\xC9T /feed.rss HTTP/1.1", "405", "method-not-allowed")]
    [InlineData("GET /feed.rss?limit=\xE6\xBD HTTP/1.1", "400", "bad-parameter")]
    public async Task Bytes_that_are_no_UTF_8_are_answered_with_a_problem(string line, string status, string code)
    {
        var heard = await SameAsync(line, isUtf8: false);

        Assert.StartsWith($"HTTP/1.1 {status}", heard, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", heard, StringComparison.Ordinal);
    }

    // Encoded, the longest has more than 8 KB, of which the web server keeps nothing to answer about.
    [Theory]
    [InlineData(455, "404")]
    [InlineData(456, "414")]
    [InlineData(900, "414")]
    [InlineData(2_700, "414")]
    [InlineData(3_000, "414")]
    public async Task A_long_raw_address_has_the_limits_of_its_encoded_form(int letters, string status)
    {
        var heard = await SameAsync($"GET /{string.Concat(Enumerable.Repeat("海", letters))} HTTP/1.1");

        Assert.StartsWith($"HTTP/1.1 {status}", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_may_be_split_anywhere()
    {
        const string Request = "\r\nGET /categories/海/feed.rss?q=第三 HTTP/1.1\r\nHost: localhost\r\nX-A: 海\r\nConnection: close\r\n\r\n";
        var expected = await AnswerAsync(Encoded("GET /categories/海/feed.rss?q=第三 HTTP/1.1"));
        var bytes = Raw(Request);
        for (var at = 1; at < bytes.Length; at++)
        {
            using var connection = await RawConnection.OpenAsync(Server);
            await connection.SayAsync(bytes[..at]);
            // By the answer to another connection, the server has usually read what came before.
            await AnswerAsync("GET /health/live HTTP/1.1");
            await connection.SayAsync(bytes[at..]);

            Assert.Equal(expected, WithoutDate(await connection.HearOutAsync()));
        }
    }

    [Fact]
    public async Task It_may_come_byte_by_byte()
    {
        using var connection = await RawConnection.OpenAsync(Server);
        foreach (var one in Raw("GET /feed.json?q=潮汐 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
            await connection.SayAsync(one.ToString());

        Assert.Equal(await AnswerAsync(Encoded("GET /feed.json?q=潮汐 HTTP/1.1")), WithoutDate(await connection.HearOutAsync()));
    }

    [Fact]
    public async Task Many_follow_one_another_on_a_connection()
    {
        var one = Raw("GET /api/v1/articles?q=潮汐 HTTP/1.1\r\nHost: localhost\r\nX-A: 海\r\n\r\n");

        var heard = await RawConnection.AskAsync(
            Server, string.Concat(Enumerable.Repeat(one, 400)) + "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Equal(401, StatusLine().Count(heard));
        Assert.DoesNotContain("HTTP/1.1 4", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_before_it_is_left_as_it_is()
    {
        var post = $"POST /feed.rss HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Raw(Body).Length}\r\n\r\n{Body}";
        var bytes = Raw(post + post + "GET /categories/海/feed.rss HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        for (var at = 0; at < bytes.Length; at += 7)
        {
            using var connection = await RawConnection.OpenAsync(Server);
            await connection.SayAsync(bytes[..at]);
            await connection.SayAsync(bytes[at..]);
            var heard = await connection.HearOutAsync();

            Assert.Equal(["405", "405", "200"], StatusLine().Matches(heard).Select(match => match.Groups[1].Value));
        }
    }

    // What follows a body in chunks cannot be told from it without reading chunks a second time.
    [Fact]
    public async Task After_a_body_in_chunks_nothing_is_encoded_any_more()
    {
        var bytes = Raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
            + $"{Raw(Body).Length:x}\r\n{Body}\r\n0\r\n\r\nGET /feed.rss?q=潮汐 HTTP/1.1\r\nHost: localhost\r\n\r\n");

        var heard = await RawConnection.AskAsync(Server, bytes);

        Assert.Equal(["200", "400"], StatusLine().Matches(heard).Select(match => match.Groups[1].Value));
    }

    private Uri Server => site.Site.Client.BaseAddress!;

    private async Task<string> SameAsync(string line, bool isUtf8 = true)
    {
        var raw = isUtf8 ? Raw(line) : line;
        var answer = await AnswerAsync(raw);
        Assert.Equal(await AnswerAsync(EncodedBytes(raw)), answer);
        return answer;
    }

    private async Task<string> AnswerAsync(string line) =>
        WithoutDate(await RawConnection.AskAsync(Server, $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

    private static string Encoded(string line) => EncodedBytes(Raw(line));

    private static string EncodedBytes(string bytes) => NonAscii().Replace(bytes, match => $"%{(int)match.Value[0]:X2}");

    // A character for each byte of UTF-8.
    private static string Raw(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string WithoutDate(string answer) => DateField().Replace(answer, "");

    [GeneratedRegex("[\x80-\xFF]")]
    private static partial Regex NonAscii();

    [GeneratedRegex(@"Date: [^\r]*\r\n")]
    private static partial Regex DateField();

    [GeneratedRegex(@"HTTP/1\.1 (\d{3})")]
    private static partial Regex StatusLine();
}

/// <summary>A site with a category in Chinese.</summary>
public sealed class RawAddressSite : IAsyncLifetime
{
    /// <summary>The server.</summary>
    public TestSite Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await TestSite.StartAsync(content => content
            .With("_config.yml", "title: Tides\ntimezone: Asia/Shanghai\nlang: zh-CN\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: news\n---\n潮汐的篇。\n")
            .With("_posts/2024-01-03-three.md", "---\ntitle: 三\ncategory: 海\ntags: [𠀀字]\n---\n第三篇。\n"));
        // Dates stand still from then on.
        using var feed = await Site.GetAsync("/feed.rss");
        await feed.SecondOfLastModifiedAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
