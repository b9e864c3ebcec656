using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Pages;

public sealed class HeadingAnchorsTests
{
    [Theory]
    [InlineData("## A part\n\nx", "><a id=\"a-part\"></a>A part</h2>")]
    [InlineData("## 大潮\n\nx", "><a id=\"大潮\"></a>大潮</h2>")]
    public async Task A_heading_is_found_by_the_name_that_links_from_elsewhere_use(string body, string heading)
    {
        await using var site = await TestSite.StartAsync(content => content
            .With("_config.yml", "url: https://example.org\npermalink: /:title.html\nplugins: []\n")
            .With("_posts/2024-01-01-one.md", $"---\ntitle: One\n---\n{body}\n"));

        var page = await site.TextAsync("/one.html");

        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<a id=", await site.TextAsync("/feed.atom"), StringComparison.Ordinal);
    }
}
