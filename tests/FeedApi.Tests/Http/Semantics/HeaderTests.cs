using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FeedApi.Tests.Feeds;
using Xunit;

namespace FeedApi.Tests.Http.Semantics;

public sealed partial class HeaderTests(FeedSite feeds) : IClassFixture<FeedSite>
{
    private static readonly string[] Served =
    [
        "/feed", "/feed.rss", "/feed.atom", "/feed.json",
        "/categories/News/feed", "/categories/News/feed.rss", "/categories/News/feed.atom", "/categories/News/feed.json",
        "/tags/b/feed", "/tags/b/feed.rss", "/tags/b/feed.atom", "/tags/b/feed.json",
        "/authors/ann/feed", "/authors/ann/feed.rss", "/authors/ann/feed.atom", "/authors/ann/feed.json",
        "/opml.xml", "/openapi.json", "/openapi.yaml",
        "/api/v1/site", "/api/v1/articles", "/api/v1/articles/2024-01-01-one",
        "/api/v1/categories", "/api/v1/categories/News", "/api/v1/tags", "/api/v1/tags/b", "/api/v1/authors", "/api/v1/authors/ann",
    ];

    private static readonly string[] Other =
    [
        "/health/live", "/health/ready", "/docs/index.html", "/nothing", "/categories/nothing/feed.rss", "/categories/NEWS/feed.rss",
        "/feed.rss?limit=0", "/api/v1/articles?nothing=1", "/api/v1/articles/nothing", "/api/v1/problems",
    ];

    public static TheoryData<string> Documents() => [.. Served];

    public static TheoryData<string> Everything() => [.. Served, .. Other];

    // The pages of Swagger UI are not ours.
    public static TheoryData<string> Own() =>
        [.. Served, .. Other.Where(address => !address.StartsWith("/docs", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Own))]
    public async Task H9_HEAD_has_the_fields_of_GET_and_no_body(string address)
    {
        using var get = await feeds.Site.GetAsync(address, "Accept-Encoding: gzip");
        using var head = await feeds.Site.SendAsync(HttpMethod.Head, address, "Accept-Encoding: gzip");

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(FieldsOf(get), FieldsOf(head));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task H1_every_document_has_a_strong_ETag_that_stays(string address)
    {
        var tag = (await feeds.Site.GetAsync(address)).Field("ETag");

        Assert.Matches("^\"[!#-~]+\"$", tag);
        Assert.Equal(tag, (await feeds.Site.GetAsync(address)).Field("ETag"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task H13_freshness_is_explicit_and_in_whole_seconds(string address)
    {
        var policy = (await feeds.Site.GetAsync(address)).Field("Cache-Control")!;

        Assert.Matches(@"^public, max-age=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$", policy);
        Assert.InRange(int.Parse(MaxAge().Match(policy).Groups[1].ValueSpan, provider: null), 60, 3600);
    }

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/feed.rss?limit=0")]
    [InlineData("/api/v1/articles/nothing")]
    public async Task H13_errors_are_not_stored(string address) =>
        Assert.Equal("no-store", (await feeds.Site.GetAsync(address)).Field("Cache-Control"));

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task H17_every_answer_has_a_Date(string address) => Assert.NotNull((await feeds.Site.GetAsync(address)).Headers.Date);

    [Theory]
    [MemberData(nameof(Own))]
    public async Task H20_browser_apps_may_read_every_answer_and_its_validators(string address)
    {
        using var response = await feeds.Site.GetAsync(address, "Origin: https://reader.example");
        string[] names = ["ETag", "Link", "Last-Modified", "Retry-After", "RateLimit", "RateLimit-Policy", "Deprecation", "Sunset"];

        Assert.Equal("*", response.Field("Access-Control-Allow-Origin"));
        Assert.Subset(response.Field("Access-Control-Expose-Headers")!.Split(", ").ToHashSet(), names.ToHashSet());
        Assert.Null(response.Field("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task H20_preflights_are_answered(string address)
    {
        using var response = await feeds.Site.SendAsync(
            HttpMethod.Options,
            address,
            "Origin: https://reader.example",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: if-none-match");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Field("Access-Control-Allow-Origin"));
        Assert.Contains("GET", response.Field("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("If-None-Match", response.Field("Access-Control-Allow-Headers"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task H21_every_answer_forbids_to_guess_its_type(string address) =>
        Assert.Equal("nosniff", (await feeds.Site.GetAsync(address)).Field("X-Content-Type-Options"));

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_answer_has_a_policy_that_loads_nothing_by_default(string address) =>
        Assert.StartsWith(
            "default-src 'none'", (await feeds.Site.GetAsync(address)).Field("Content-Security-Policy"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task F2_no_answer_sets_a_cookie_or_names_the_server(string address)
    {
        using var response = await feeds.Site.GetAsync(address);

        Assert.Null(response.Field("Set-Cookie"));
        Assert.Null(response.Field("Server"));
        Assert.Null(response.Field("X-Powered-By"));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task H15_another_method_is_a_problem_with_Allow(string address)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Parse("PROPFIND") })
        {
            using var response = await feeds.Site.SendAsync(method, address);

            Assert.Equal((HttpStatusCode.MethodNotAllowed, MethodsOf(address)), (response.StatusCode, response.Field("Allow")));
            Assert.Equal("method-not-allowed", await CodeAsync(response));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task H15_OPTIONS_tells_the_methods(string address)
    {
        using var response = await feeds.Site.SendAsync(HttpMethod.Options, address);

        Assert.Equal((HttpStatusCode.NoContent, MethodsOf(address)), (response.StatusCode, response.Field("Allow")));
    }

    // Only the list of articles takes selections that are longer than an address.
    private static string MethodsOf(string address) => address == "/api/v1/articles" ? "GET, HEAD, OPTIONS, QUERY" : "GET, HEAD, OPTIONS";

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/feed.txt")]
    [InlineData("/../etc/passwd")]
    [InlineData("/categories//feed.rss")]
    [InlineData("/api/v1/nothing")]
    public async Task An_unknown_address_is_a_problem(string address)
    {
        using var response = await feeds.Site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("unknown-address", await CodeAsync(response));
    }

    // A length of 0 may be left out of an answer to HEAD (RFC 9110, section 9.3.2).
    private static IEnumerable<(string Name, string? Value)> FieldsOf(HttpResponseMessage response) =>
        response.FieldNames().Order().Select(name => (name, response.Field(name))).Where(field => field is not ("Content-Length", "0"));

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((int)response.StatusCode, (int)problem["status"]!);
        return (string?)problem["code"];
    }

    [GeneratedRegex(@"max-age=(\d+)")]
    private static partial Regex MaxAge();
}
