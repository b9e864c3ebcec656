using System.Text.RegularExpressions;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>E3, E4, E5: Link fields (RFC 8288), and how programs find the description of the API.</summary>
public sealed partial class LinkConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    [Theory]
    [MemberData(nameof(ConformanceSite.Documents), MemberType = typeof(ConformanceSite))]
    public async Task E3_every_link_is_absolute_with_one_relation_in_small_letters(string target)
    {
        if ((await site.GetAsync(target))["Link"] is not { } field) return;

        Assert.Equal(field, string.Join(", ", LinkValue().Matches(field).Select(link => link.Value)));
        Assert.All(
            LinkValue().Matches(field),
            link => Assert.StartsWith("https://example.org/", link.Groups["target"].Value, StringComparison.Ordinal));
        Assert.True(field.Length < 4_000, "Proxies take 4 KB of a field at least.");
    }

    [Theory]
    [InlineData("/feed.rss", "self", "/feed.rss")]
    [InlineData("/feed.rss", "alternate", "/feed.atom")]
    [InlineData("/feed.rss", "alternate", "/")]
    [InlineData("/feed.rss", "license", "/license")]
    [InlineData("/categories/News/feed", "self", "/categories/News/feed.rss")]
    [InlineData("/api/v1/site", "service-desc", "/openapi.yaml")]
    [InlineData("/api/v1/articles", "service-desc", "/openapi.json")]
    [InlineData("/api/v1/articles/2024-01-01-one", "service-doc", "/docs")]
    [InlineData("/api/v1/articles/2024-01-01-one", "alternate", ConformanceSite.Article)]
    [InlineData("/api/v1/categories", "service-doc", "/docs")]
    [InlineData("/.well-known/api-catalog", "api-catalog", "/.well-known/api-catalog")]
    [InlineData("/categories/News", "canonical", "/categories/News")]
    [InlineData("/categories/News", "alternate", "/categories/News/feed.json")]
    [InlineData(ConformanceSite.Article, "alternate", "/feed.rss")]
    public async Task E3_E4_a_link_leads_on(string target, string relation, string to)
    {
        foreach (var method in (string[])["GET", "HEAD"])
            Assert.Contains((relation, "https://example.org" + to), LinksOf(await site.SendAsync(method, target)));
    }

    [Fact]
    public async Task E3_pages_of_a_list_are_linked_as_their_body_says()
    {
        var answer = await site.GetAsync("/api/v1/articles?limit=1");
        var next = LinksOf(answer).Single(link => link.Relation == "next").Target;

        Assert.Contains(next, answer.Text, StringComparison.Ordinal);
        Assert.Contains("prev", LinksOf(await site.GetAsync(new Uri(next).PathAndQuery)).Select(link => link.Relation));
    }

    [Fact]
    public async Task E5_the_catalog_of_the_API_is_a_linkset()
    {
        var answer = await site.GetAsync("/.well-known/api-catalog", "Accept: text/html");
        Assert.Equal("application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"", answer["Content-Type"]);
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Feeds), MemberType = typeof(ConformanceSite))]
    public async Task No_hub_is_named_that_is_not_there(string target) =>
        Assert.DoesNotContain("hub", LinksOf(await site.GetAsync(target)).Select(link => link.Relation));

    private static List<(string Relation, string Target)> LinksOf(RawAnswer answer) =>
        [.. LinkValue().Matches(answer["Link"] ?? "").Select(link => (link.Groups["relation"].Value, link.Groups["target"].Value))];

    [GeneratedRegex("""<(?<target>[!-;=?-~]+)>; rel="(?<relation>[a-z][a-z0-9.-]*)"(; [a-z]+="[^"]*")*""")]
    private static partial Regex LinkValue();
}
