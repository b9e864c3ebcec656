using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Hugo;

/// <summary>Small sites with sections and languages, compared with what Hugo 0.111.3 makes of them.</summary>
public sealed class HugoFixtureTests
{
    public static TheoryData<string> Names => HugoFixture.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_site_has_the_posts_the_feeds_and_the_pages_that_hugo_gives_it(string name)
    {
        var fixture = HugoFixture.Of(name);
        await using var site = new TestSite { Arguments = [] };
        fixture.Write(site.Content);
        await site.StartAsync();

        var articles = (await site.JsonAsync("/api/v1/articles?limit=100"))["data"]!.AsArray();

        Assert.Equal(
            fixture.Posts.Select(TextOf).Order(StringComparer.Ordinal),
            articles.Select(article => TextOf(article!)).Order(StringComparer.Ordinal));
        foreach (var (path, items) in fixture.Feeds)
        {
            var feed = await site.XmlAsync(Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal));
            Assert.Equal(
                (path, string.Join('\n', items)),
                (path, string.Join('\n', feed.Descendants("item").Select(item => Uri.UnescapeDataString(item.Element("link")!.Value)))));
        }

        foreach (var path in fixture.Pages) await AssertPageAsync(site, path);
    }

    [Fact]
    public async Task Hugo_still_makes_the_same_of_them()
    {
        foreach (var fixture in HugoFixture.All)
        {
            if (await HugoOracle.RunAsync(fixture) is not { } now)
            {
                Assert.Skip("Install hugo to compare with it.");
                return;
            }

            foreach (var (path, items) in fixture.Feeds)
                Assert.Equal((fixture.Name, path, string.Join('\n', items)), (fixture.Name, path, string.Join('\n', now.ItemsOf(path))));
            Assert.Equal(
                fixture.Posts.Select(post => post.Url).Order(StringComparer.Ordinal),
                now.Posts.Select(Uri.UnescapeDataString).Order(StringComparer.Ordinal));
        }
    }

    // FeedApi's own address of a term is without a slash at the end.
    private static async Task AssertPageAsync(TestSite site, string path)
    {
        using var answer = await site.GetAsync(path);
        var isMoved = (int)answer.StatusCode == 301
            && path.TrimEnd('/').EndsWith(answer.Headers.Location!.AbsolutePath, StringComparison.Ordinal);
        Assert.True(isMoved || (int)answer.StatusCode == 200, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
    }

    private static string TextOf(HugoPost post) => $"{post.Url} {post.Lang} {string.Join(' ', post.Translations)}";

    private static string TextOf(JsonNode article)
    {
        var others = article["translations"]?.AsArray().Select(other => Uri.UnescapeDataString((string)other!["url"]!)) ?? [];
        var url = Uri.UnescapeDataString((string)article["url"]!);
        return $"{url} {(string)article["language"]!} {string.Join(' ', others.Order(StringComparer.Ordinal))}";
    }
}
