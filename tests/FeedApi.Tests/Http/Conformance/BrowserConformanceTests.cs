using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H20, H21: what browsers are told.</summary>
public sealed class BrowserConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private static readonly string[] Exposed =
    [
        "etag", "link", "last-modified", "retry-after", "ratelimit", "ratelimit-policy",
        "deprecation", "sunset", "content-location", "im", "delta-base"
    ];

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H20_apps_may_read_everything_but_pages(string target)
    {
        foreach (var fields in (string[][])[["Origin: https://app.example"], ["Origin: null", "If-None-Match: *"], []])
        {
            var answer = await site.GetAsync(target, fields);
            var isPage = (await site.GetAsync(target))["Content-Type"]!.StartsWith("text/html", StringComparison.Ordinal);

            Assert.Equal(isPage ? null : "*", answer["Access-Control-Allow-Origin"]);
            if (isPage || answer.Status != 304)
                Assert.Equal(isPage ? "same-origin" : "cross-origin", answer["Cross-Origin-Resource-Policy"]);
            Assert.Null(answer["Access-Control-Allow-Credentials"]);
            if (!isPage) Assert.Subset(answer.Members("Access-Control-Expose-Headers").ToHashSet(), Exposed.ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task H20_apps_may_read_errors(string target, int status)
    {
        var answer = await site.GetAsync(target, "Origin: https://app.example");
        Assert.Equal((status, "*"), (answer.Status, answer["Access-Control-Allow-Origin"]));
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H20_preflights_allow_conditions(string target)
    {
        var answer = await site.SendAsync(
            "OPTIONS",
            target,
            "Origin: https://app.example",
            "Access-Control-Request-Method: GET",
            "Access-Control-Request-Headers: if-none-match, a-im");

        Assert.Equal((204, "*"), (answer.Status, answer["Access-Control-Allow-Origin"]));
        string[] methods = target.Split('?')[0] == "/api/v1/articles" ? ["get", "head", "query"] : ["get", "head"];
        Assert.Equal(methods, answer.Members("Access-Control-Allow-Methods"));
        Assert.Subset(
            answer.Members("Access-Control-Allow-Headers").ToHashSet(),
            new HashSet<string> { "if-none-match", "if-modified-since", "a-im", "accept", "range" });
        Assert.Matches(@"^\d+$", answer["Access-Control-Max-Age"]);
    }

    [Theory]
    [InlineData]
    [InlineData("Origin: https://app.example")]
    [InlineData("Access-Control-Request-Method: GET")]
    public async Task H20_fields_of_preflights_are_only_on_preflights(params string[] fields)
    {
        string[] ofPreflights = ["Access-Control-Allow-Methods", "Access-Control-Allow-Headers", "Access-Control-Max-Age"];
        (string, string)[] requests = [("OPTIONS", "/feed.rss"), ("GET", "/feed.rss"), ("HEAD", "/opml.xml")];
        foreach (var (method, target) in requests)
        {
            var answer = await site.SendAsync(method, target, fields);
            Assert.Equal(method == "OPTIONS" ? 204 : 200, answer.Status);
            Assert.All(ofPreflights, name => Assert.Null(answer[name]));
        }

        var preflight = await site.SendAsync(
            "OPTIONS", "/feed.rss", "Origin: https://app.example", "Access-Control-Request-Method: GET");
        Assert.Null(preflight["Access-Control-Expose-Headers"]);
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H21_no_type_is_guessed_and_nothing_runs(string target)
    {
        foreach (var fields in (string[][])[[], ["If-Match: \"x\""]])
        {
            var answer = await site.GetAsync(target, fields);
            Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
            Assert.StartsWith("default-src 'none'", answer["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/feed.rss", "Content-Encoding: gzip", 415)]
    [InlineData("/feed.rss", "Content-Length: 999999999", 413)]
    [InlineData("/nothing", "Content-Encoding: gzip", 415)]
    public async Task H21_nor_where_a_request_is_refused_unread(string target, string field, int status)
    {
        var answer = await site.GetAsync(target, field);
        Assert.Equal((status, "nosniff", "*"), (answer.Status, answer["X-Content-Type-Options"], answer["Access-Control-Allow-Origin"]));
        Assert.StartsWith("default-src 'none'", answer["Content-Security-Policy"], StringComparison.Ordinal);
    }
}
