using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>H9, H15: HEAD, OPTIONS and the methods that nothing here has.</summary>
public sealed class MethodConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    private const string Allowed = "GET, HEAD, OPTIONS";

    private static readonly string[] Refused =
        ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "REPORT", "get", "head", "Options"];

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H9_HEAD_has_the_fields_of_GET_and_no_body(string target)
    {
        foreach (var coding in (string[])["identity", "gzip, br"])
        {
            var get = await site.GetAsync(target, "Accept-Encoding: " + coding);
            var head = await site.SendAsync("HEAD", target, "Accept-Encoding: " + coding);

            Assert.Equal((200, 0), (head.Status, head.Body.Length));
            Assert.Equal(get.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), head["Content-Length"]);
            Assert.Equal(get.FieldsBut(), head.FieldsBut());
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task H9_HEAD_has_the_status_and_fields_of_an_error(string target, int status)
    {
        var (get, head) = (await site.GetAsync(target), await site.SendAsync("HEAD", target));

        Assert.Equal((status, 0), (head.Status, head.Body.Length));
        Assert.Equal(get.FieldsBut(), head.FieldsBut());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task H9_HEAD_of_what_has_no_validators_is_answered_too(string target)
    {
        var (get, head) = (await site.GetAsync(target), await site.SendAsync("HEAD", target));

        Assert.Equal((200, 0), (head.Status, head.Body.Length));
        Assert.Equal(get.FieldsBut("Content-Length"), head.FieldsBut("Content-Length"));
    }

    // Only the list of articles takes selections that are longer than an address.
    private static string AllowedAt(string target) => target.Split('?')[0] == "/api/v1/articles" ? Allowed + ", QUERY" : Allowed;

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H15_another_method_is_405_with_Allow(string target)
    {
        foreach (var method in Refused)
        {
            var answer = await site.SendAsync(method, target, "Content-Length: 0");
            // A standard method in another letter case is refused ahead of routing, which knows of the one that is not common.
            var allowed = method.Any(char.IsAsciiLetterLower) ? Allowed : AllowedAt(target);
            Assert.Equal(
                (method, 405, allowed, "application/problem+json"), (method, answer.Status, answer["Allow"], answer["Content-Type"]));
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceSite.Everything), MemberType = typeof(ConformanceSite))]
    public async Task H15_OPTIONS_tells_the_methods(string target)
    {
        var answer = await site.SendAsync("OPTIONS", target);
        Assert.Equal((204, AllowedAt(target), 0), (answer.Status, answer["Allow"], answer.Body.Length));
    }

    [Fact]
    public async Task H15_OPTIONS_of_the_server_as_a_whole_is_answered()
    {
        var answer = await site.SendAsync("OPTIONS", "*");
        Assert.Equal((204, Allowed), (answer.Status, answer["Allow"]));
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override: DELETE")]
    [InlineData("X-HTTP-Method: PUT")]
    [InlineData("X-Method-Override: POST")]
    public async Task H15_no_field_makes_another_method_of_GET(string field) =>
        Assert.Equal(200, (await site.GetAsync("/feed.rss", field)).Status);

    [Fact]
    public async Task H15_another_method_at_an_operations_address_is_405_and_at_none_404()
    {
        var server = site.Site.Management.BaseAddress!;

        foreach (var target in (string[])["/api/v1/problems", "/health/live"])
        {
            var answer = await RawHttp.SendAsync(server, "POST", target, "Content-Length: 0");
            Assert.Equal((target, 405, Allowed), (target, answer.Status, answer["Allow"]));
        }

        Assert.Equal(404, (await RawHttp.SendAsync(server, "POST", "/feed.rss", "Content-Length: 0")).Status);
    }
}
