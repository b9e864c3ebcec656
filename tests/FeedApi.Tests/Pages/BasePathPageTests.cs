using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>A site below a path, behind a proxy that leaves the path on.</summary>
public sealed class BasePathPageTests
{
    private static readonly string[] Linked =
        ["/style.css", "/feed.rss", "/categories/News/feed.json", "/articles/2024-01-01-one", "/a.mp3", "/p.png", "/docs/index.html"];

    [Theory]
    [InlineData("/blog")]
    [InlineData("/%E6%BD%AE/blog")]
    public async Task Pages_and_feeds_answer_below_the_path_and_link_to_one_another_there(string path)
    {
        var root = "https://example.org" + path;
        await using var site = new TestSite { Arguments = ["--Site:Url", root] };
        site.Content
            .With("_posts/2024-01-01-one.md", $"""
                ---
                title: One
                category: News
                redirect_from: /old
                enclosure: /a.mp3
                ---
                ![p]({path}/p.png)
                """)
            .With("a.mp3", "ID3!").With("p.png", "PNG!");
        await site.StartAsync();

        var crawl = new Crawl(site, "example.org");
        await crawl.RunAsync(root + "/");

        Assert.Empty(crawl.Broken);
        Assert.All(crawl.Seen, address => Assert.StartsWith(path + "/", address, StringComparison.Ordinal));
        Assert.Superset(Linked.Select(each => path + each).ToHashSet(), crawl.Seen.ToHashSet());
        Assert.Equal((301, root + "/articles/2024-01-01-one"), await site.RedirectAsync(path + "/old"));
        Assert.Equal((301, root + "/categories/News"), await site.RedirectAsync(path + "/categories/news"));
        Assert.Equal(root + "/", (await site.PageAsync(path + "/")).Value("link[rel=canonical]", "href"));
        Assert.Equal(404, await site.StatusAsync(path + "x/feed.rss"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles/2024-01-01-one")]
    [InlineData("/feed.rss")]
    public async Task A_proxy_may_take_the_path_off(string address)
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org/blog"] };
        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n");
        await site.StartAsync();

        Assert.Equal(await site.TextAsync("/blog" + address), await site.TextAsync(address));
    }

    [Fact]
    public async Task Home_answers_without_the_last_slash_too()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "https://example.org/blog"] };
        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n");
        await site.StartAsync();

        Assert.Equal("https://example.org/blog/", (await site.PageAsync("/blog")).Value("link[rel=canonical]", "href"));
    }
}
