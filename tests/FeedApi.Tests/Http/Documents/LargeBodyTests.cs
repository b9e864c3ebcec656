using System.Globalization;
using System.Xml.Linq;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Conformance;
using Xunit;

namespace FeedApi.Tests.Http.Documents;

/// <summary>Answers that are written in several slices.</summary>
public sealed class LargeBodyTests
{
    private const int Posts = 30;
    private const int PostBytes = 10_000;

    [Fact]
    public async Task A_large_feed_arrives_whole()
    {
        await using var site = await TestSite.StartAsync(content =>
        {
            content.With("_config.yml", "title: T\n");
            for (var i = 0; i < Posts; i++)
                content.With($"_posts/2024-01-{i + 1:00}-p.md", $"---\ntitle: P{i}\n---\n{new string('a', PostBytes)}\n");
        });

        var answer = await RawHttp.SendAsync(site.Client.BaseAddress!, "GET", "/feed.rss?limit=100");

        Assert.Equal(answer["Content-Length"], answer.Body.Length.ToString(CultureInfo.InvariantCulture));
        Assert.True(answer.Body.Length > Posts * PostBytes);
        Assert.Equal(Posts, XDocument.Load(new MemoryStream(answer.Body)).Descendants("item").Count());
    }
}
