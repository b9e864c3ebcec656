using Xunit;

namespace FeedApi.Tests.Content.Jekyll;

/// <summary>The site's <c>permalink</c>, by a few posts that differ in what goes into addresses.</summary>
public sealed class JekyllStyleTests
{
    private static readonly JekyllFixture[] Posts =
    [
        JekyllFixture.Post("plain", "2015-01-01-plain.md", "title: T"),
        JekyllFixture.Post("html", "2015-12-31-html.html", "title: T\ncategories: a b"),
        JekyllFixture.Post("short html", "2016-02-29-short.htm", "title: T\ncategory: Long Reads"),
        JekyllFixture.Post("dots", "2015-06-07-v1.2...md", "title: T\ncategories: [新闻, C#]"),
        JekyllFixture.At("folder", "Above/_posts/2015-07-08-Below.md", "title: T\ntags: x y"),
        JekyllFixture.Post("own", "2015-08-09-own.md", "permalink: /own/:title.html\nslug: Own Slug"),
    ];

    [Theory]
    [InlineData("permalink: date")]
    [InlineData("permalink: pretty")]
    [InlineData("permalink: ordinal")]
    [InlineData("permalink: weekdate")]
    [InlineData("permalink: none")]
    [InlineData("permalink: /:title")]
    [InlineData("permalink: /blog/:year/:month/:title/")]
    [InlineData("permalink: blog/:title.html")]
    [InlineData("permalink: \":categories/:title:output_ext\"")]
    [InlineData("permalink: /:path/")]
    [InlineData("permalink: /a/:name:output_ext")]
    [InlineData("permalink: pretty\ncollections:\n  posts:\n    permalink: /c/:slug/")]
    [InlineData("collections:\n  posts:\n    output: false\n  recipes:\n    output: true")]
    [InlineData("permalink: /文章/:title/")]
    public async Task A_site_gives_the_addresses_that_Jekyll_gives(string config)
    {
        var run = await JekyllRun.OfAsync(config + "\n", Posts);
        if (run is null) Assert.Skip(JekyllSiteExtensions.Missing);
        foreach (var post in Posts) run.Verify(post);
    }
}
