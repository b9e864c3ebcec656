using System.Net;
using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Feeds.Aliases;

/// <summary>A site with other programs' addresses, and what is asked of them.</summary>
internal static class FeedAliasSite
{
    internal static Task<TestSite> StartAsync(string settings) => TestSite.StartAsync(content => Fill(content, settings));

    internal static void Fill(ContentFolder content, string settings) => content
        .With("_config.yml", "title: Tides\n" + settings + "\n")
        .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\ntags: [a, b]\n---\nFirst post.\n")
        .With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: News\ntags: [b]\n---\nSecond post.\n")
        .With("_posts/2024-01-03-three.md", "---\ntitle: 三\ncategory: 海\n---\n第三篇。\n")
        .With("_posts/2024-01-04-four.md", "---\ntitle: Four\ncategory: v1.0\n---\nFourth post.\n");

    internal static async Task AssertSameAsync(TestSite site, string alias, string canonical)
    {
        // In the second of a change the date goes by the second before.
        await (await site.GetAsync(canonical)).SecondOfLastModifiedAsync();
        using var expected = await site.GetAsync(canonical);
        using var response = await site.GetAsync(alias);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (expected.StatusCode, response.StatusCode));
        Assert.Equal(await BytesAsync(expected), await BytesAsync(response));
        foreach (var name in (string[])["ETag", "Last-Modified", "Content-Type", "Link", "Cache-Control"])
            Assert.Equal(expected.Field(name), response.Field(name));
        Assert.Equal("https://example.org" + canonical, response.Field("Content-Location"));
    }

    internal static Task<byte[]> BytesAsync(HttpResponseMessage response) =>
        response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    internal static async Task<(int Status, string? Code)> ProblemAsync(TestSite site, string address)
    {
        using var response = await site.GetAsync(address);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return ((int)response.StatusCode, (string?)body!["code"]);
    }
}
