using System.Net;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

public sealed class JekyllAddressTests
{
    [Fact]
    public async Task Articles_of_a_Jekyll_site_answer_where_Jekyll_put_them()
    {
        await using var site = await TestSite.StartAsync(content => content
            .WithExactly("_config.yml", "title: T\n")
            .WithExactly("_posts/2015-01-01-plain.md", "---\ntitle: A\n---\nText.\n")
            .WithExactly("manuals/_posts/2015-01-02-pump.htm", "---\ntitle: B\n---\nText.\n")
            .WithExactly("_posts/2015-01-04-odd.md", "---\ntitle: D\ncategories: [\"100%\", \"<b>\"]\n---\nText.\n")
            .WithExactly("_posts/2015-01-03-fit.md", "---\ntitle: C\ncategories: [health, C#, 新闻]\n---\nText.\n"));

        foreach (var path in new[]
        {
            "/2015/01/01/plain.html",
            "/manuals/2015/01/02/pump.htm",
            "/health/c%23/%E6%96%B0%E9%97%BB/2015/01/03/fit.html",
            "/100%25/%3Cb%3E/2015/01/04/odd.html"
        })
        {
            using var answer = await site.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains(
                "script-src 'none'", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }

        Assert.Contains(
            "href=\"https://example.org/100%25/%3Cb%3E/2015/01/04/odd.html\"",
            await site.TextAsync("/feed.atom"),
            StringComparison.Ordinal);
        Assert.Empty(await site.ProblemsAsync());
    }
}
