using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>Addresses that an article had before, and spellings of those that it has.</summary>
public sealed class FormerAddressTests
{
    private const string Root = "https://example.org";

    [Fact]
    public async Task An_article_answers_at_every_address_that_it_had()
    {
        await using var site = await StartAsync("category: news");
        await SaveAsync(site, "category: sport", "/sport/2015/01/02/one.html");
        await SaveAsync(site, "category: sport\nslug: first", "/sport/2015/01/02/first.html");
        await SaveAsync(site, "permalink: /own/", "/own/");

        await AssertMovedAsync(site, "/news/2015/01/02/one.html", "/own/");
        await AssertMovedAsync(site, "/sport/2015/01/02/one.html", "/own/");
        await AssertMovedAsync(site, "/sport/2015/01/02/first.html", "/own/");
        await AssertMovedAsync(site, "/sport/2015/01/02/first?x=1", "/own/?x=1");
        await site.RestartAsync();
        await AssertMovedAsync(site, "/news/2015/01/02/one.html", "/own/");
    }

    [Fact]
    public async Task An_article_that_moves_to_another_folder_answers_at_its_old_address()
    {
        await using var site = await StartAsync("title: One");
        File.Delete(site.Content.Full("_posts/2015-01-02-one.md"));
        site.Content.WithExactly("tides/_posts/2015-01-02-one.md", "---\ntitle: One\n---\nText.\n");
        await UntilShownAsync(site, "/tides/2015/01/02/one.html");

        await AssertMovedAsync(site, "/2015/01/02/one.html", "/tides/2015/01/02/one.html");
    }

    [Fact]
    public async Task Another_setting_of_the_site_leaves_redirects()
    {
        await using var site = await StartAsync("title: One");
        await site.StopAsync();
        site.Content.WithExactly("_config.yml", "title: T\npermalink: pretty\n");
        await site.StartAsync();
        await UntilShownAsync(site, "/2015/01/02/one/");

        await AssertMovedAsync(site, "/2015/01/02/one.html", "/2015/01/02/one/");
    }

    [Fact]
    public async Task Another_article_may_take_the_address()
    {
        await using var site = await StartAsync("permalink: /a/");
        await SaveAsync(site, "permalink: /b/", "/b/");
        await AssertMovedAsync(site, "/a/", "/b/");
        site.Content.WithExactly("_posts/2015-01-03-two.md", "---\npermalink: /a/\n---\nText.\n");
        await UntilShownAsync(site, "/a/");

        File.Delete(site.Content.Full("_posts/2015-01-03-two.md"));

        await TestSite.UntilAsync(async () => (int)(await site.GetAsync("/a/")).StatusCode == 410, "the other is gone");
    }

    [Fact]
    public async Task A_file_goes_before_an_address_that_an_article_had()
    {
        await using var site = await StartAsync("permalink: /a.txt");
        await SaveAsync(site, "permalink: /b/", "/b/");
        site.Content.WithExactly("a.txt", "A file.");

        Assert.Equal("A file.", await site.TextAsync("/a.txt"));
    }

    [Theory]
    [InlineData("/2015/01/02/one", "/2015/01/02/one.html")]
    [InlineData("/page.html", "/page")]
    [InlineData("/folder/index.html", "/folder/")]
    [InlineData("/folder", "/folder/")]
    [InlineData("/old", "/page")]
    [InlineData("/old/index.html", "/page")]
    public async Task An_address_with_another_ending_redirects(string asked, string expected)
    {
        await using var site = await TestSite.StartAsync(content => content
            .WithExactly("_config.yml", "title: T\n")
            .WithExactly("_posts/2015-01-02-one.md", "---\ntitle: One\n---\nText.\n")
            .WithExactly("_posts/2015-01-03-two.md", "---\npermalink: /page\nredirect_from: /old/\n---\nText.\n")
            .WithExactly("_posts/2015-01-04-three.md", "---\npermalink: /folder/\n---\nText.\n"));

        await AssertMovedAsync(site, asked, expected);
    }

    private static Task<TestSite> StartAsync(string frontMatter) => TestSite.StartAsync(content => content
        .WithExactly("_config.yml", "title: T\n")
        .WithExactly("_posts/2015-01-02-one.md", $"---\n{frontMatter}\n---\nText.\n"));

    private static Task SaveAsync(TestSite site, string frontMatter, string address)
    {
        site.Content.WithExactly("_posts/2015-01-02-one.md", $"---\n{frontMatter}\n---\nText.\n");
        return UntilShownAsync(site, address);
    }

    private static Task UntilShownAsync(TestSite site, string address) =>
        TestSite.UntilAsync(async () => (await site.GetAsync(address)).IsSuccessStatusCode, address + " is shown");

    private static async Task AssertMovedAsync(TestSite site, string address, string expected)
    {
        using var response = await site.GetAsync(address);
        Assert.Equal((301, Root + expected), ((int)response.StatusCode, response.Headers.Location?.OriginalString));
    }
}
