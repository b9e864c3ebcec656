using FeedApi.Feeds.Aliases;
using FeedApi.Http.Traffic;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Tests.Hosting;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace FeedApi.Tests.Http.Pipeline;

/// <summary>The table of addresses and the routes of the running server say the same.</summary>
public sealed class AddressTableTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await TestSite.StartSampleAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public void Every_route_is_in_the_table_and_every_address_of_the_table_is_a_route()
    {
        var routes = site.Part<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/')).ToHashSet(StringComparer.Ordinal);
        var aliases = FeedAliases.Of(site.Part<SiteConfig>()).Select(alias => alias.Pattern);

        Assert.Equal(
            AddressTable.Own.Keys.Append(Routes.AnyOther).Concat(aliases).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            routes.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/", nameof(RequestKind.Page))]
    [InlineData("/2024/01/01/post/", nameof(RequestKind.Page))]
    [InlineData("/categories/news", nameof(RequestKind.Page))]
    [InlineData("/feed", nameof(RequestKind.Feed))]
    [InlineData("/feed/", nameof(RequestKind.Feed))]
    [InlineData("/categories/news/feed.atom", nameof(RequestKind.Feed))]
    [InlineData("/category/news/feed/rss2", nameof(RequestKind.Feed))]
    [InlineData("/feed/news.xml", nameof(RequestKind.Feed))]
    [InlineData("/index.xml", nameof(RequestKind.Feed))]
    [InlineData("/opml.xml", nameof(RequestKind.Opml))]
    [InlineData("/api/v1/articles", nameof(RequestKind.Api))]
    [InlineData("/api/v1/articles/feed", nameof(RequestKind.Api))]
    [InlineData("/openapi.yaml", nameof(RequestKind.Documentation))]
    [InlineData("/docs/index.html", nameof(RequestKind.Documentation))]
    [InlineData("/docs/oids/", nameof(RequestKind.Page))]
    [InlineData("/.well-known/api-catalog", nameof(RequestKind.Documentation))]
    [InlineData("/health/live", nameof(RequestKind.Health))]
    public void A_path_tells_the_kind_of_a_request(string path, string kind) => Assert.Equal(kind, RequestKinds.Of(path).ToString());

    [Theory]
    [InlineData("/", true)]
    [InlineData("/feed", true)]
    [InlineData("/FEED.RSS/", true)]
    [InlineData("/search", true)]
    [InlineData("/search/tide/feed", true)]
    [InlineData("/search/tide", false)]
    [InlineData("/tags/moon/feed.xml", true)]
    [InlineData("/tags/moon/phases", false)]
    [InlineData("/api/v1/anything", true)]
    [InlineData("/api", false)]
    [InlineData("/docs/", true)]
    [InlineData("/docs/Index.html", true)]
    [InlineData("/docs/x/y", false)]
    [InlineData("/2024/1/2/feed/atom", true)]
    [InlineData("/2024/123/feed", false)]
    [InlineData("/category/a/b/c/feed", true)]
    [InlineData("/category/a/b/c/d/feed", false)]
    [InlineData("/feeds", false)]
    public void No_article_gets_an_address_of_the_program(string path, bool isReserved) =>
        Assert.Equal(isReserved, ReservedPaths.Contains(path, site.Part<SiteConfig>().Feeds));
}
