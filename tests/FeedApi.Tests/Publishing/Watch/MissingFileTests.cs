using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Publishing.Watch;

/// <summary>Pictures and recordings that a post refers to before they are there.</summary>
public sealed class MissingFileTests
{
    private const string Post = "_posts/2024-01-01-a.md";
    private const string Article = "/api/v1/articles/2024-01-01-a";

    [Fact]
    public async Task A_missing_enclosure_is_a_problem_and_is_published_when_its_file_arrives()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With(Post, "---\ntitle: A\nenclosure: /audio/a.mp3\n---\nx\n"));
        Assert.Equal(["missing-enclosure"], await CodesAsync(site));
        Assert.Empty((await site.JsonAsync(Article))["enclosures"]!.AsArray());
        Assert.DoesNotContain("<enclosure", await site.TextAsync("/feed.rss"), StringComparison.Ordinal);

        site.Content.With("audio/a.mp3", "0123456789");

        await TestSite.UntilAsync(
            async () => (await site.TextAsync("/feed.rss")).Contains("length=\"10\"", StringComparison.Ordinal), "the enclosure is there");
        Assert.Empty(await CodesAsync(site));
    }

    [Fact]
    public async Task A_file_that_arrives_while_the_server_is_down_is_found_by_the_next_scan()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With(Post, "---\ntitle: A\nenclosure: /audio/a.mp3\nimage: /img/lead.png\n---\n![](/img/body.png)\n"));
        Assert.Equal(["missing-enclosure", "missing-image"], await CodesAsync(site));

        await site.StopAsync();
        site.Content.With("audio/a.mp3", "0123456789").With("img/lead.png", "x").With("img/body.png", "x");
        await site.StartAsync();

        await TestSite.UntilAsync(async () => (await CodesAsync(site)).Length == 0, "the post is read again");
        Assert.Equal(10, (int)(await site.JsonAsync(Article))["enclosures"]![0]!["length"]!);
    }

    [Fact]
    public async Task Missing_pictures_of_a_post_are_one_problem_that_names_them()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("img/there.png", "x")
            .With(
                Post,
                "---\ntitle: A\nimage: /img/lead.png\n---\n![](/img/there.png) ![](/img/one.png) ![](https://cdn.example/two.png)\n"));

        var problem = Assert.Single(await site.ProblemsAsync())!;
        Assert.Equal("missing-image", (string?)problem["code"]);
        Assert.Contains("one.png", (string?)problem["message"], StringComparison.Ordinal);
        Assert.Contains("lead.png", (string?)problem["message"], StringComparison.Ordinal);
        Assert.DoesNotContain("there.png", (string?)problem["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enclosure: {url: /audio/a.mp3, length: 77}", 77)]
    [InlineData("enclosure: https://cdn.example/a.mp3", 0)]
    public async Task An_enclosure_with_a_length_or_elsewhere_is_published(string frontMatter, int length)
    {
        await using var site = await TestSite.StartAsync(content => content.With(Post, $"---\ntitle: A\n{frontMatter}\n---\nx\n"));

        Assert.Equal(length, (int)(await site.JsonAsync(Article))["enclosures"]![0]!["length"]!);
    }

    [Fact]
    public async Task A_file_of_a_Hugo_bundle_or_section_is_found_where_it_is_served()
    {
        await using var site = await TestSite.StartAsync(content => content
            .WithExactly("hugo.toml", "baseURL = 'https://example.org/'\ntitle = 'T'\n")
            .WithExactly("static/s.png", "x").WithExactly("content/posts/b/own.png", "x").WithExactly("content/posts/beside.png", "x")
            .WithExactly(
                "content/posts/b/index.md",
                "---\ntitle: B\ndate: 2024-01-01\n---\n![](own.png) ![](/s.png) ![](/posts/beside.png) ![](gone.png)\n"));

        var problem = Assert.Single(await site.ProblemsAsync())!;
        Assert.Contains("gone.png", (string?)problem["message"], StringComparison.Ordinal);

        site.Content.WithExactly("content/posts/b/gone.png", "x");
        await TestSite.UntilAsync(async () => (await site.ProblemsAsync()).Count == 0, "the picture has arrived");
    }

    private static async Task<string[]> CodesAsync(TestSite site) =>
        [.. (await site.ProblemsAsync()).Select(problem => (string)problem!["code"]!).Order(StringComparer.Ordinal)];
}
