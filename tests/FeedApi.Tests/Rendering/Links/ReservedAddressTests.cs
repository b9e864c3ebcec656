using FeedApi.Model;
using FeedApi.Site.Addresses;
using FeedApi.Site.Settings;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Pages;
using Xunit;

namespace FeedApi.Tests.Rendering.Links;

/// <summary>No post can claim an address at which the program answers, however it is written.</summary>
public sealed class ReservedAddressTests
{
    [Theory]
    [InlineData("/API/v1/articles")]
    [InlineData("/api/V1/anything/else")]
    [InlineData("/.Well-Known/security.txt")]
    [InlineData("/.well-known")]
    [InlineData("/Feed.RSS")]
    [InlineData("/FEED")]
    [InlineData("/feed/")]
    [InlineData("/Docs")]
    [InlineData("/docs/Index.HTML")]
    [InlineData("/Style.CSS")]
    [InlineData("/Tags/a/")]
    [InlineData("/health/Live")]
    [InlineData("/%61pi/v1/site")]
    [InlineData("/a%70i//v1/site/")]
    [InlineData("/Atom.xml")]
    [InlineData("/hub")]
    public async Task A_permalink_or_old_address_is_compared_as_the_router_does(string address)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_posts/2024-01-01-a.md", $"---\ntitle: A\npermalink: {address}\n---\nx\n")
            .With("_posts/2024-01-02-b.md", $"---\ntitle: B\nredirect_from: [/old/b, \"{address}\"]\n---\nx\n")
            .With("_posts/2024-01-03-c.md", $"---\ntitle: C\naliases:\n  - {address}\n---\nx\n")
            .With("_posts/2024-01-04-d.md", $"---\ntitle: D\npermalink: {address}\nredirect_to: https://example.com/\n---\nx\n"));

        var problems = await site.ProblemsAsync();

        Assert.Equal(4, problems.Count);
        string[] fields = ["permalink", "redirect_from", "aliases", "permalink"];
        foreach (var (problem, field) in problems.Zip(fields))
        {
            var message = (string)problem!["message"]!;
            Assert.Equal(ProblemCodes.BadSlug, (string?)problem["code"]);
            Assert.StartsWith(field, message, StringComparison.Ordinal);
            var free = message[(message.LastIndexOf(' ') + 1)..].TrimEnd('.');
            Assert.False(ReservedPaths.Contains(free, new FeedSettings()), free);
        }

        Assert.Equal(301, await site.StatusAsync("/old/b"));
        Assert.Equal(200, await site.StatusAsync("/articles/2024-01-01-a"));
    }

    [Theory]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/'\n", "url: /API/v1/x", "url gives")]
    [InlineData("hugo.toml", "baseURL = 'https://example.org/'\n[permalinks]\nposts = '/Tags/:slug/'\n", "slug: x", "The site's template")]
    [InlineData("config.toml", "base_url = 'https://example.org'\n", "path: /Docs", "path gives")]
    public async Task An_address_of_hugo_or_zola_is_compared_so_too(string file, string settings, string line, string told)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With(file, settings).With("content/posts/a.md", $"---\ntitle: A\ndate: 2024-01-01\n{line}\n---\nx\n"));

        var problem = Assert.Single(await site.ProblemsAsync());

        Assert.Equal("content/posts/a.md", (string?)problem!["file"]);
        Assert.StartsWith(told, (string?)problem["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/feed.rss", "/feed-2.rss")]
    [InlineData("/API/v1/articles", "/API/v1-2/articles")]
    [InlineData("/tags/a/", "/tags-2/a/")]
    [InlineData("/docs", "/docs-2")]
    [InlineData("/.well-known/x", "/well-known-2/x")]
    public void The_nearest_free_address_differs_by_a_number(string path, string free) =>
        Assert.Equal(free, ReservedPaths.NearestFree(path, new FeedSettings()));
}
