using System.Text.Json.Nodes;
using FeedApi.Tests.Hosting;
using FeedApi.Tests.Http.Limits;
using Xunit;

namespace FeedApi.Tests.Http.Conformance;

/// <summary>F3, E6: what a refused client is told, and what one that is not refused.</summary>
public sealed class LimitConformanceTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync() => site = await LimitedSite.StartAsync(LimitedSite.LoopbackIsProxy);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("/feed.rss", "feed", "203.0.113.1")]
    [InlineData("/feed", "feed", "203.0.113.2")]
    [InlineData("/api/v1/articles", "queries", "203.0.113.3")]
    [InlineData("/feed.json?q=First", "queries", "203.0.113.4")]
    public async Task E6_a_429_names_its_policy_and_when_to_come_back(string target, string policy, string client)
    {
        var refused = await RefusedAsync("GET", target, client);

        Assert.Equal("no-store", refused["Cache-Control"]);
        Assert.Equal($"\"{policy}\";q=10;w=36000", refused["RateLimit-Policy"]);
        Assert.Matches($"^\"{policy}\";r=0;t=[1-9][0-9]*$", refused["RateLimit"]);
        Assert.Null(refused["ETag"]);
        Assert.Null(refused["Last-Modified"]);
        Assert.Equal("*", refused["Access-Control-Allow-Origin"]);
    }

    [Fact]
    public async Task E6_a_429_is_a_problem_document_of_the_registered_type()
    {
        var refused = await RefusedAsync("GET", "/feed.atom", "203.0.113.5");
        var problem = JsonNode.Parse(refused.Text)!;

        Assert.Equal("application/problem+json", refused["Content-Type"]);
        Assert.Equal("https://iana.org/assignments/http-problem-types#quota-exceeded", (string?)problem["type"]);
        Assert.Equal((429, "too-many-requests"), ((int)problem["status"]!, (string?)problem["code"]));
        Assert.Equal("feed", (string?)Assert.Single(problem["violated-policies"]!.AsArray()));
        Assert.DoesNotContain("203.0.113", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F3_Retry_After_is_in_seconds_and_not_earlier_than_the_quota_comes_back()
    {
        var refused = await RefusedAsync("GET", "/feed.rss", "203.0.113.6");

        Assert.Matches("^[1-9][0-9]*$", refused["Retry-After"]);
        var renewedAfter = refused["RateLimit"]!.Split("t=")[1];
        Assert.True(Seconds(refused["Retry-After"]!) >= Seconds(renewedAfter));
    }

    [Fact]
    public async Task F3_with_the_usual_limits_one_waits_ten_seconds_for_a_feed()
    {
        await using var defaultValue = await LimitedSite.StartWithoutTimeAsync(
            LimitedSite.LoopbackIsProxy, "--Limits:Feed:Requests=60", "--Limits:Feed:Seconds=60");
        var refused = await RefusedAsync("GET", "/feed.rss", "203.0.113.7", defaultValue);

        Assert.Equal("10", refused["Retry-After"]);
    }

    [Fact]
    public async Task A_429_to_HEAD_has_the_same_fields_and_no_body()
    {
        var get = await RefusedAsync("GET", "/feed.json", "203.0.113.8");
        var head = await SendAsync("HEAD", "/feed.json", "203.0.113.8");

        Assert.Empty(head.Body);
        Assert.Equal(
            get.FieldsBut("RateLimit", "Retry-After", "Content-Length"), head.FieldsBut("RateLimit", "Retry-After", "Content-Length"));
    }

    [Fact]
    public async Task E6_no_field_is_sent_where_there_is_ample_room()
    {
        foreach (var target in (string[])["/feed.rss", "/api/v1/articles", "/", "/opml.xml"])
        {
            var answer = await SendAsync("GET", target, "203.0.113.9");
            Assert.Equal(200, answer.Status);
            Assert.DoesNotContain(answer.Fields, field => field.Name.Contains("RateLimit", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task E6_a_client_of_the_API_is_told_when_less_than_half_is_left()
    {
        List<string?> told = [];
        for (var count = 0; count < 10; count++) told.Add((await SendAsync("GET", "/api/v1/site", "203.0.113.10"))["RateLimit"]);

        Assert.All(told.Take(5), Assert.Null);
        Assert.Equal(["4", "3", "2", "1", "0"], told.Skip(5).Select(value => value!.Split("r=")[1].Split(';')[0]));
    }

    private async Task<RawAnswer> RefusedAsync(string method, string target, string client, TestSite? server = null)
    {
        for (var count = 0; count < 200; count++)
        {
            var answer = await SendAsync(method, target, client, server);
            if (answer.Status == 429) return answer;
        }

        Assert.Fail("Nothing was refused.");
        return null!;
    }

    private Task<RawAnswer> SendAsync(string method, string target, string client, TestSite? server = null) =>
        RawHttp.SendAsync((server ?? site).Client.BaseAddress!, method, target, $"X-Forwarded-For: {client}");

    private static int Seconds(string written) => int.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
