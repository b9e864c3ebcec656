using FeedApi.Tests.Content.Hugo;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Content.Files;

/// <summary>Bundles in a folder of posts that is no root of Hugo's or Zola's.</summary>
public sealed class BundleTests
{
    private const string Text = "---\ntitle: Neap\ndate: 2024-01-03\nimage: dot.png\n---\n![A](dot.png) [B](#b)\n";

    [Fact]
    public async Task A_bundle_is_called_after_its_folder_and_its_files_are_served_below_it()
    {
        await using var site = await TestSite.StartAsync(content =>
            content.With("posts/neap/index.md", Text).With("posts/neap/dot.png", HugoSites.Dot));

        var article = await site.JsonAsync("/api/v1/articles/neap");

        Assert.Equal("https://example.org/articles/neap", (string?)article["url"]);
        Assert.Equal("https://example.org/articles/neap/dot.png", (string?)article["image"]!["url"]);
        Assert.Equal(1, (int?)article["image"]!["width"]);
        Assert.Contains("href=\"https://example.org/articles/neap#b\"", (string)article["content_html"]!, StringComparison.Ordinal);
        Assert.Equal(HugoSites.Dot, await site.Client.GetByteArrayAsync("/articles/neap/dot.png", TestContext.Current.CancellationToken));
        Assert.Equal(200, (int)(await site.GetAsync("/posts/neap/dot.png")).StatusCode);
        Assert.Equal(404, (int)(await site.GetAsync("/articles/neap/none.png")).StatusCode);
        Assert.Equal(404, (int)(await site.GetAsync("/articles/neap/index.md")).StatusCode);
    }

    [Fact]
    public async Task A_folder_that_becomes_a_bundle_takes_its_posts_back()
    {
        await using var site = await TestSite.StartAsync(content => content.With("a.md", Text).With("posts/neap/part.md", Text));
        Assert.Equal(["a", "part"], (await site.IdsAsync()).Order(StringComparer.Ordinal));

        site.Content.With("posts/neap/index.md", Text);

        await TestSite.UntilAsync(
            async () => (await site.IdsAsync()).Order(StringComparer.Ordinal).SequenceEqual(["a", "neap"]), "the bundle is one post");
    }

    [Fact]
    public async Task The_address_of_a_file_leads_to_no_file_of_another_post()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("posts/neap/index.md", Text)
            .With("secret/.hidden.png", HugoSites.Dot)
            .With("posts/neap/_draft/x.png", HugoSites.Dot)
            .With("posts/plain.md", Text));

        foreach (var address in new[]
        {
            "/articles/neap/..%2F..%2Fsecret/.hidden.png",
            "/articles/neap/_draft/x.png",
            "/articles/plain/dot.png",
            "/articles/neap//x"
        })
        {
            Assert.Equal((address, 404), (address, (int)(await site.GetAsync(address)).StatusCode));
        }
    }
}
