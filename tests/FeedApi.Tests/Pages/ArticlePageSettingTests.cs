using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>Pages under settings that a site may have, and while posts change.</summary>
public sealed class ArticlePageSettingTests
{
    private const string One = "/articles/2024-01-01-one";
    private const string Player = """
        <iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>

        <iframe src="https://other.example/x"></iframe>

        End.
        """;

    [Theory]
    [InlineData("/:categories/:year/:month/:title:output_ext", "/%E6%B5%B7/%E6%B5%AA%E8%8A%B1/2024/01/%E4%B8%80.html")]
    [InlineData("pretty", "/%E6%B5%B7/%E6%B5%AA%E8%8A%B1/2024/01/02/%E4%B8%80/")]
    [InlineData("/文/:slug", "/%E6%96%87/%E4%B8%80")]
    public async Task An_article_is_at_the_address_that_a_template_makes(string template, string path)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", $"permalink: {template}\n")
            .With("_posts/2024-01-02-一.md", "---\ntitle: 一\ncategories: [海, 浪花]\n---\nx\n"));
        var page = await site.PageAsync(path);

        Assert.Equal("一", page.Only("h1").TextContent);
        Assert.Equal("https://example.org" + path, page.Value("link[rel=canonical]", "href"));
        Assert.Equal("https://example.org" + path, (await site.PageAsync("/")).Value("article h3 a", "href"));
        Assert.Equal(404, await site.StatusAsync("/articles/2024-01-02-%E4%B8%80"));
    }

    [Theory]
    [InlineData("pretty", "/2024/01/02/one/", "/2024/01/02/one")]
    [InlineData("date", "/2024/01/02/one.html", "/2024/01/02/one.html/")]
    [InlineData("/:title", "/one", "/one/")]
    public async Task The_other_form_of_an_address_moves_to_the_right_one(string template, string path, string other)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", $"permalink: {template}\n").With("_posts/2024-01-02-one.md", "---\ntitle: One\n---\nx\n"));

        Assert.Equal(200, await site.StatusAsync(path));
        Assert.Equal((301, "https://example.org" + path), await site.RedirectAsync(other));
    }

    [Fact]
    public async Task A_deleted_article_is_gone_with_its_old_addresses()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\nredirect_from: /old\n---\nx\n")
            .With("_posts/2024-01-02-two.md", "---\ntitle: Two\n---\nx\n"));
        Assert.Equal(200, await site.StatusAsync(One));
        Assert.Equal(301, await site.StatusAsync("/old"));

        File.Delete(site.Content.Full("_posts/2024-01-01-one.md"));

        await TestSite.UntilAsync(async () => (await site.IdsAsync()).Length == 1, "the post has left");
        Assert.True(await site.StatusAsync(One) is 404 or 410);
        Assert.True(await site.StatusAsync("/old") is 404 or 410);
        Assert.Equal("Two", (await site.PageAsync("/")).Only("article h3").TextContent);
    }

    [Fact]
    public async Task An_article_that_moves_leaves_its_address_to_another()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\npermalink: /here\n---\nx\n"));
        Assert.Equal(200, await site.StatusAsync("/here"));

        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\npermalink: /there\nredirect_from: /here\n---\nx\n");
        await TestSite.UntilAsync(async () => await site.StatusAsync("/there") == 200, "the article is at its new address");
        Assert.Equal((301, "https://example.org/there"), await site.RedirectAsync("/here"));

        site.Content.With("_posts/2024-01-02-two.md", "---\ntitle: Two\npermalink: /here\n---\nx\n");
        await TestSite.UntilAsync(async () => await site.StatusAsync("/here") == 200, "the other article is there");
        Assert.Equal("Two", (await site.PageAsync("/here")).Only("h1").TextContent);
    }

    [Fact]
    public async Task An_edit_is_on_the_page_of_its_article()
    {
        await using var site = await TestSite.StartSampleAsync();
        using var before = await site.GetAsync(One);

        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One, edited\n---\nx\n");

        await TestSite.UntilAsync(async () => (await site.PageAsync(One)).Only("h1").TextContent == "One, edited", "the edit is shown");
        Assert.Equal(200, await site.StatusAsync(One, "If-None-Match: " + before.Field("ETag")));
    }

    [Fact]
    public async Task A_new_name_of_a_category_is_on_every_page_that_shows_it()
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "feedapi:\n  category_names: {from: tags}\n")
            .With("_posts/2024-01-01-one.md", "---\ntitle: One\ncategory: c\ntags: [Old name]\n---\nx\n"));
        Assert.Contains("Old name", (await site.PageAsync(One)).Only(".facts").TextContent, StringComparison.Ordinal);

        site.Content.With("_posts/2024-01-02-two.md", "---\ntitle: Two\ncategory: c\ntags: [New name]\n---\nx\n");

        await TestSite.UntilAsync(
            async () => (await site.PageAsync("/categories/c")).Only("h1").TextContent == "New name", "the category has its new name");
        Assert.Equal("New name", (await site.PageAsync("/categories")).Only("main ul a").TextContent);
        Assert.Contains("New name", (await site.PageAsync(One)).Only(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_untrusted_author_shows_no_player()
    {
        await using var site = await StartWithPlayerAsync("trust: untrusted");
        using var response = await site.GetAsync(One);

        Assert.Empty((await site.PageAsync(One)).QuerySelectorAll("iframe"));
        Assert.DoesNotContain("frame-src", response.Field("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_author_shows_the_known_players_which_the_policy_lets_in()
    {
        await using var site = await StartWithPlayerAsync("trust: author");
        using var response = await site.GetAsync(One);
        var policy = response.Field("Content-Security-Policy")!.Split("; ");
        var frames = Assert.Single(policy, part => part.StartsWith("frame-src ", StringComparison.Ordinal));

        Assert.Equal("https://www.youtube-nocookie.com/embed/x", (await site.PageAsync(One)).Value("iframe", "src"));
        Assert.Contains("https://www.youtube-nocookie.com", frames.Split(' '));
    }

    [Fact]
    public async Task A_site_over_http_asks_for_nothing_over_https()
    {
        await using var site = new TestSite { Arguments = ["--Site:Url", "http://example.org"] };
        site.Content.With("_posts/2024-01-01-one.md", "---\ntitle: One\n---\nx\n");
        await site.StartAsync();
        using var response = await site.GetAsync(One);

        Assert.DoesNotContain("upgrade-insecure-requests", response.Field("Content-Security-Policy"), StringComparison.Ordinal);
    }

    private static Task<TestSite> StartWithPlayerAsync(string setting) => TestSite.StartAsync(content => content
        .With("_config.yml", $"feedapi:\n  {setting}\n").With("_posts/2024-01-01-one.md", $"---\ntitle: One\n---\n{Player}"));
}
