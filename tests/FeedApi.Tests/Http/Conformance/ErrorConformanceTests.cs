using System.Text.Json.Nodes;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>E1, E2, E7: every error is a problem document (RFC 9457), but to browsers.</summary>
public sealed class ErrorConformanceTests(ConformanceSite site) : IClassFixture<ConformanceSite>
{
    [Theory]
    [MemberData(nameof(ConformanceSite.Errors), MemberType = typeof(ConformanceSite))]
    public async Task E1_E2_an_error_is_a_problem_document_unless_html_is_preferred(string target, int status)
    {
        foreach (var accept in (string[])["*/*", "application/json", "text/html;q=0.9, application/json", "image/png"])
        {
            var answer = await site.GetAsync(target, "Accept: " + accept);
            Assert.Equal(status, answer.Status);
            AssertProblem(answer);
        }

        var page = await site.GetAsync(target, "Accept: text/html");
        Assert.Equal((status, "text/html; charset=utf-8"), (page.Status, page["Content-Type"]));
        AssertNoLeak(page);
    }

    [Theory]
    [InlineData("POST", "/feed.rss", "Content-Length: 0", 405)]
    [InlineData("GET", "/feed.rss", "If-Match: \"x\"", 412)]
    [InlineData("GET", ConformanceSite.Picture, "Range: bytes=99-", 416)]
    [InlineData("GET", ConformanceSite.Picture, "If-Match: \"x\"", 412)]
    [InlineData("GET", "/feed.rss", "Content-Encoding: gzip", 415)]
    [InlineData("POST", "/api/v1/articles", "Content-Encoding: br", 415)]
    [InlineData("GET", "/nothing", "Content-Encoding: identity", 415)]
    public async Task E2_so_are_errors_that_the_method_or_a_field_makes(string method, string target, string field, int status)
    {
        var answer = await site.SendAsync(method, target, field);
        Assert.Equal(status, answer.Status);
        AssertProblem(answer);
    }

    [Fact]
    public async Task E1_a_wrong_parameter_is_named_with_the_nearest_right_one()
    {
        var problem = JsonNode.Parse((await site.GetAsync("/api/v1/articles?categry=News")).Text)!;

        Assert.Equal(("categry", "category"), ((string?)problem["errors"]![0]!["parameter"], (string?)problem["errors"]![0]!["nearest"]));
    }

    [Fact]
    public async Task E1_a_title_is_the_same_for_every_problem_of_its_code()
    {
        var titles = new List<(string Code, string Title)>();
        foreach (var row in ConformanceSite.Errors)
        {
            var problem = JsonNode.Parse((await site.GetAsync(row.Data.Item1)).Text)!;
            titles.Add(((string)problem["code"]!, (string)problem["title"]!));
        }

        Assert.All(titles.GroupBy(each => each.Code), code => Assert.Single(code.Select(each => each.Title).Distinct()));
    }

    private static void AssertProblem(RawAnswer answer)
    {
        var problem = JsonNode.Parse(answer.Text)!;
        Assert.Equal("application/problem+json", answer["Content-Type"]);
        Assert.Equal("no-store", answer["Cache-Control"]);
        Assert.Equal(answer.Status, (int)problem["status"]!);
        Assert.EndsWith("/problems/" + (string)problem["code"]!, (string)problem["type"]!, StringComparison.Ordinal);
        Assert.All((string[])["title", "code", "detail"], name => Assert.NotEmpty((string)problem[name]!));
        Assert.Matches("^[a-z][a-z-]+$", (string)problem["code"]!);
        AssertNoLeak(answer);
    }

    private static void AssertNoLeak(RawAnswer answer) => Assert.All(
        (string[])[" at FeedApi.", "Exception", "/tmp/"], leak => Assert.DoesNotContain(leak, answer.Text, StringComparison.Ordinal));
}
