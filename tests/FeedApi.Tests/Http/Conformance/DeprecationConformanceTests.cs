using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>E8: that the API is to end (RFC 9745, RFC 8594).</summary>
public sealed class DeprecationConformanceTests
{
    private const string Link = "<https://example.org/v2>; rel=\"deprecation\"; type=\"text/html\"";

    [Theory]
    [InlineData("/api/v1/articles")]
    [InlineData("/api/v1/site")]
    [InlineData("/api/v1/articles/nothing")]
    [InlineData("/API/v1/articles")]
    public async Task E8_every_answer_of_the_API_says_that_it_is_to_end(string target)
    {
        await using var site = await StartAsync(
            "--Api:Deprecation", "2023-06-30T23:59:59Z", "--Api:Sunset", "2044-01-01", "--Api:DeprecationLink", "https://example.org/v2");

        foreach (var fields in (string[][])[[], ["If-None-Match: *"]])
        {
            var answer = await RawHttp.SendAsync(site.Client.BaseAddress!, "GET", target, fields);
            Assert.Equal(("@1688169599", "Fri, 01 Jan 2044 00:00:00 GMT"), (answer["Deprecation"], answer["Sunset"]));
            if (answer.Status == 304) Assert.Null(answer["Link"]);
            else Assert.EndsWith(Link, answer["Link"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task E8_feeds_and_pages_say_nothing_of_it_and_without_a_setting_nobody_does()
    {
        await using var ending = await StartAsync("--Api:Deprecation", "2023-06-30");
        await using var lasting = await StartAsync();

        foreach (var (site, target) in ((TestSite, string)[])[(ending, "/feed.rss"), (ending, "/"), (lasting, "/api/v1/articles")])
        {
            var answer = await RawHttp.SendAsync(site.Client.BaseAddress!, "GET", target);
            Assert.All((string[])["Deprecation", "Sunset"], name => Assert.Null(answer[name]));
        }
    }

    private static async Task<TestSite> StartAsync(params string[] arguments)
    {
        var site = new TestSite { Arguments = ["--Site:Url", "https://example.org", .. arguments] };
        site.Content.With("_config.yml", "title: T\n").With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        await site.StartAsync();
        return site;
    }
}
