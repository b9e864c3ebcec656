using System.Net;
using FeedApi.Tests.Hosting;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace FeedApi.Tests.Api.Mcp;

/// <summary>The tools for language models, by the client of the protocol's own library.</summary>
public sealed class McpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_searches_reads_lists_terms_and_asks_what_is_new()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org", "--Api:Mcp", "true"] };
        site.Content
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: News\n---\nFirst *post* of the tide.\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: 二\ncategory: 海\n---\n第二篇。\n");
        await site.StartAsync();
        await using var client = await McpClient.CreateAsync(
            new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(site.Client.BaseAddress!, "/mcp") }),
            cancellationToken: Token);

        var tools = await client.ListToolsAsync(cancellationToken: Token);
        Assert.Equal(["list_terms", "read_article", "search_articles", "whats_new"], tools.Select(tool => tool.Name).Order());
        Assert.Contains("2024-01-01-one", await CallAsync("search_articles", ("query", "tide")), StringComparison.Ordinal);
        Assert.Contains("[二](https://example.org/articles/2024-01-02-two)", await CallAsync("whats_new"), StringComparison.Ordinal);
        Assert.Contains("First *post* of the tide.", await CallAsync("read_article", ("id", "2024-01-01-one")), StringComparison.Ordinal);
        Assert.Contains("- News: News, 1 articles", await CallAsync("list_terms", ("kind", "categories")), StringComparison.Ordinal);
        var wrong = await client.CallToolAsync(
            "search_articles", new Dictionary<string, object?> { ["category"] = "moon" }, cancellationToken: Token);
        Assert.True(wrong.IsError);
        Assert.Contains("There is no category", TextOf(wrong), StringComparison.Ordinal);

        async Task<string> CallAsync(string tool, params (string Name, object? Value)[] arguments)
        {
            var result = await client.CallToolAsync(
                tool, arguments.ToDictionary(each => each.Name, each => each.Value), cancellationToken: Token);
            Assert.NotEqual(true, result.IsError);
            return TextOf(result);
        }
    }

    [Fact]
    public async Task Without_the_setting_there_is_nothing()
    {
        await using var site = await TestSite.StartSampleAsync();

        using var response = await site.Client.PostAsync(new Uri("/mcp", UriKind.Relative), null, Token);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
    }

    private static string TextOf(CallToolResult result) =>
        string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
