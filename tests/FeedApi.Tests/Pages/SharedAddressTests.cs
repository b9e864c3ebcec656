using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

/// <summary>Addresses of the program in folders that a site may well have itself: what the site has goes first.</summary>
public sealed class SharedAddressTests
{
    [Theory]
    [InlineData("/problems/unknown-article")]
    [InlineData("/digest/2024-01-01")]
    public async Task An_article_there_is_shown_and_no_problem_is_reported(string path)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", $"---\ntitle: Ours\npermalink: {path}\ndate: 2024-01-01 08:00:00 +0000\n---\nx\n"));

        Assert.Equal("Ours", (await site.PageAsync(path)).Only("h1").TextContent);
        Assert.Empty(await site.ProblemsAsync());
    }

    [Theory]
    [InlineData("problems/unknown-article.txt")]
    [InlineData("digest/2024-01-01.txt")]
    [InlineData("robots.txt")]
    [InlineData("sitemap.xml")]
    [InlineData("icon.svg")]
    public async Task A_file_there_is_sent(string path)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n").With(path, "ours"));
        Assert.Equal("ours", await site.TextAsync("/" + path));
    }

    [Theory]
    [InlineData("/problems/unknown-article", "unknown-article")]
    [InlineData("/digest/2024-01-01", "1 January 2024 (1 article)")]
    public async Task Otherwise_the_page_of_the_program_is(string path, string heading)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", "---\ntitle: A\ndate: 2024-01-01 08:00:00 +0000\n---\nx\n"));
        Assert.Contains(heading, (await site.PageAsync(path)).Only("main").TextContent, StringComparison.Ordinal);
    }
}
