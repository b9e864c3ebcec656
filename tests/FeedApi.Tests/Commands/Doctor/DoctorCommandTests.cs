using System.Text.Json.Nodes;
using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Doctor;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly ContentFolder content = new ContentFolder()
        .With("_config.yml", "url: https://example.org\n")
        .With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n");

    public void Dispose() => content.Dispose();

    [Fact]
    public async Task It_tells_where_each_setting_comes_from()
    {
        content.With("appsettings.json", """{"Cache": {"MaxBytes": 1000000}}""");

        string[] doctor = ["doctor", "--content", content.Path, "--data", content.Path + "-data"];
        var run = await ProgramRun.OfAsync(doctor, content.Path, ("Search__Concurrency", "3"), ("FEEDAPI_UNUSED", "1"));

        Assert.Equal(0, run.Code);
        Assert.Contains("Cache:MaxBytes = 1000000 (from appsettings.json)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Search:Concurrency = 3 (from the environment)", run.Output, StringComparison.Ordinal);
        Assert.Contains($"content = {content.Path} (from the command line)", run.Output, StringComparison.Ordinal);
        Assert.Contains("read as a site of Jekyll", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 files of posts", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_prevents_a_start_is_bad()
    {
        content.With("_config.yml", "url: https://example.org\ntimezone: Nowhere\n");

        var run = await ProgramRun.OfAsync(["doctor", "--content", content.Path, "--format", "json"]);

        Assert.Equal(1, run.Code);
        var bad = Assert.Single(JsonNode.Parse(run.Output)!["findings"]!.AsArray(), each => (string?)each!["state"] == "bad");
        Assert.Equal("content", (string?)bad!["area"]);
        Assert.Contains("Nowhere", (string?)bad["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_index_is_bad_and_a_sound_one_is_not()
    {
        await using var site = await TestSite.StartAsync(folder => folder.With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n"));
        var sound = await ProgramRun.OfAsync(["doctor", "--content", content.Path, "--data", site.Data]);
        Assert.Contains("1 articles, sound", sound.Output, StringComparison.Ordinal);
        Assert.Equal(0, sound.Code);

        var data = content.Full("_data-of-doctor");
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, Path.GetFileName(site.IndexPath)), "no index");
        var damaged = await ProgramRun.OfAsync(["doctor", "--content", content.Path, "--data", data]);
        Assert.Equal(1, damaged.Code);
        Assert.Contains("BAD ", damaged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_address_is_asked_as_readers_do()
    {
        await using var site = await TestSite.StartAsync(folder => folder.With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n"));
        var address = site.Client.BaseAddress!.ToString();

        var run = await ProgramRun.OfAsync(["doctor", "--content", content.Path, "--public", address]);

        Assert.Equal(0, run.Code);
        Assert.Contains("conditional requests are answered 304", run.Output, StringComparison.Ordinal);
        Assert.Contains("Feedly gets the feed", run.Output, StringComparison.Ordinal);
        Assert.Contains("no HTTPS", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", 1, "does not answer")]
    [InlineData("example.org", 2, "--public is example.org")]
    public async Task An_address_that_does_not_answer_is_told(string address, int code, string message)
    {
        var run = await ProgramRun.OfAsync(["doctor", "--content", content.Path, "--public", address]);

        Assert.Equal(code, run.Code);
        Assert.Contains(message, run.Output + string.Concat(run.Errors), StringComparison.Ordinal);
    }
}
