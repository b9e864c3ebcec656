using System.Net;
using FeedApi.Tests.Feeds;
using Xunit;

namespace FeedApi.Tests.Api.Site;

public sealed class ApiCatalogTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private const string Address = "/.well-known/api-catalog";

    [Fact]
    public async Task E5_it_is_a_linkset_with_the_profile_of_RFC_9727()
    {
        using var response = await feeds.Site.GetAsync(Address);

        Assert.Equal(
            "application/linkset+json; profile=\"https://www.rfc-editor.org/info/rfc9727\"",
            response.Content.Headers.GetValues("Content-Type").Single());
        Assert.Equal("https://example.org/api/v1", (string?)(await feeds.Site.JsonAsync(Address))["linkset"]![0]!["anchor"]);
    }

    [Theory]
    [InlineData("service-desc", "/openapi.yaml", "/openapi.json")]
    [InlineData("service-doc", "/docs")]
    [InlineData("status", "/health/ready")]
    [InlineData(
        "item",
        "/api/v1/articles",
        "/api/v1/categories",
        "/api/v1/tags",
        "/api/v1/authors",
        "/api/v1/site",
        "/feed.rss",
        "/feed.atom",
        "/feed.json",
        "/opml.xml")]
    public async Task E5_it_links_to_endpoints_and_descriptions_that_are_there(string relation, params string[] paths)
    {
        var targets = (await feeds.Site.JsonAsync(Address))["linkset"]![0]![relation]!.AsArray();

        Assert.Equal(paths.Select(path => "https://example.org" + path), targets.Select(target => (string)target!["href"]!));
        foreach (var path in paths)
        {
            using var response = await feeds.Site.GetAsync(path);
            Assert.True((int)response.StatusCode < 400, path);
        }
    }

    [Fact]
    public async Task E5_HEAD_names_the_catalog_in_the_Link_field()
    {
        using var response = await feeds.Site.SendAsync(HttpMethod.Head, Address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("<https://example.org/.well-known/api-catalog>; rel=\"api-catalog\"", response.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task The_site_names_its_description_in_the_Link_field()
    {
        using var response = await feeds.Site.GetAsync("/api/v1/site");

        Assert.Contains(
            "<https://example.org/openapi.yaml>; rel=\"service-desc\"",
            response.Headers.GetValues("Link").Single(),
            StringComparison.Ordinal);
    }
}
