using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H19: one address for everything; other spellings lead to it, with the query, and never to another host.</summary>
public sealed class AddressConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    [Theory]
    [InlineData("/feed.rss/", "/feed.rss")]
    [InlineData("/Feed.RSS", "/feed.rss")]
    [InlineData("/FEED.ATOM/?limit=1&x=%E6%B5%B7", "/feed.atom?limit=1&x=%E6%B5%B7")]
    [InlineData("/Categories/News/feed.json", "/categories/News/feed.json")]
    [InlineData("/categories/News/feed/", "/categories/News/feed")]
    [InlineData("/CATEGORIES/%E6%B5%B7/FEED.rss/", "/categories/%E6%B5%B7/feed.rss")]
    [InlineData("/OPML.xml?flat=1", "/opml.xml?flat=1")]
    [InlineData("/API/v1/Articles?limit=1", "/api/v1/articles?limit=1")]
    [InlineData("/api/v1/articles/", "/api/v1/articles")]
    [InlineData("/api/v1/Articles/2024-01-01-one/related/", "/api/v1/articles/2024-01-01-one/related")]
    [InlineData("/OpenAPI.yaml", "/openapi.yaml")]
    [InlineData("/categories/", "/categories")]
    [InlineData("/Categories/News/", "/categories/News")]
    [InlineData("/categories/NEWS/feed.rss?limit=1", "/categories/News/feed.rss?limit=1")]
    [InlineData("/categories/news?x=1", "/categories/News?x=1")]
    [InlineData("/api/v1/tags/B", "/api/v1/tags/b")]
    [InlineData("/docs", "/docs/index.html")]
    [InlineData("/docs/", "/docs/index.html")]
    [InlineData("/articles/2024-01-01-one/?utm_source=x", "/articles/2024-01-01-one?utm_source=x")]
    [InlineData("/old?a=1&b=2", "/articles/2024-01-01-one?a=1&b=2")]
    public async Task Another_spelling_redirects(string target, string canonical)
    {
        foreach (var method in (string[])["GET", "HEAD"])
        {
            var answer = await site.SendAsync(method, target, "X-Forwarded-Host: evil.example");

            Assert.Equal((301, "https://example.org" + canonical, 0), (answer.Status, answer["Location"], answer.Body.Length));
            Assert.StartsWith("public, max-age=", answer["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal(200, (await site.GetAsync(canonical)).Status);
        }
    }

    [Theory]
    [InlineData("/feed/")]
    [InlineData("/Feed")]
    [InlineData("/feed/rss2/")]
    [InlineData("/feed/rss2")]
    [InlineData("/ATOM.xml")]
    public async Task The_addresses_of_other_programs_are_answered_in_every_spelling_and_name_ours(string target)
    {
        var answer = await site.GetAsync(target);

        Assert.Equal(200, answer.Status);
        Assert.Matches("^https://example.org/feed.(rss|atom)$", answer["Content-Location"]);
    }

    [Theory]
    [InlineData("/health/live/")]
    [InlineData("/Health/Ready")]
    public async Task Health_is_answered_in_every_spelling_because_probes_follow_no_redirect(string target) =>
        Assert.Equal(200, (await site.GetAsync(target)).Status);

    [Theory]
    [InlineData("//feed.rss")]
    [InlineData("/feed.rss//")]
    [InlineData("/feed.rss/x")]
    [InlineData("/categories//feed.rss")]
    [InlineData("/api/v1/articles/2024-01-01-one/nothing")]
    public async Task What_is_no_spelling_of_an_address_is_404(string target) => Assert.Equal(404, (await site.GetAsync(target)).Status);
}
