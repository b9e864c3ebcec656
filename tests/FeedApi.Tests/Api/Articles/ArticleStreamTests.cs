using System.Net.Sockets;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Api.Articles;

/// <summary>All articles of a selection in one answer, which is sent while they are read.</summary>
public sealed class ArticleStreamTests
{
    // Three pages of the list, each larger than what the sockets between a slow client and the server hold: 4 MB here at most.
    private const int Posts = 300;
    private const int PostBytes = 60_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("csv", "sort=published&content=text")]
    [InlineData("ndjson", "sort=published&content=text")]
    public async Task The_first_row_is_sent_before_the_last_is_read(string form, string query)
    {
        var text = string.Concat(Enumerable.Repeat("Water under the bridge. ", PostBytes / 24));
        await using var site = await TestSite.StartAsync(content =>
        {
            for (var number = 100; number < 100 + Posts; number++)
                content.With($"_posts/2024-01-01-post-{number}.md", $"---\ntitle: T\n---\n{text}\n");
        });
        using var client = SlowClient(site.Client.BaseAddress!);
        using var response = await client.GetAsync($"/api/v1/articles.{form}?{query}", HttpCompletionOption.ResponseHeadersRead, Token);
        using var rows = new StreamReader(await response.Content.ReadAsStreamAsync(Token));
        var first = await rows.ReadLineAsync(Token);
        Assert.Contains(form == "csv" ? "content_text" : "2024-01-01-post-100", first, StringComparison.Ordinal);

        // What is deleted while nothing more is taken has not been read yet.
        File.Delete(Path.Combine(site.Content.Path, "_posts/2024-01-01-post-399.md"));
        await TestSite.UntilAsync(async () => await TotalAsync(site) == Posts - 1, "it is deleted");
        var others = await rows.ReadToEndAsync(Token);

        Assert.Contains("2024-01-01-post-398", others, StringComparison.Ordinal);
        Assert.DoesNotContain("2024-01-01-post-399", others, StringComparison.Ordinal);
    }

    private static async Task<int> TotalAsync(TestSite site) =>
        (int)(await site.JsonAsync("/api/v1/articles?limit=1&fields=id&include=total"))["page"]!["total"]!;

    private static HttpClient SlowClient(Uri address) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 64 * 1024 };
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = address };
}
