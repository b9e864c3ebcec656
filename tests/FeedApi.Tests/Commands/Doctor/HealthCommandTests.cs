using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Doctor;

public sealed class HealthCommandTests
{
    [Fact]
    public async Task A_server_that_is_ready_makes_it_end_well()
    {
        await using var site = await TestSite.StartAsync(content => content.With("_posts/2024-01-01-x.md", "---\ntitle: X\n---\nx\n"));
        var address = site.Client.BaseAddress!.ToString();

        Assert.Equal(0, (await ProgramRun.OfAsync(["health", "--url", address])).Code);
        // As a server is started that listens on every address.
        var every = await ProgramRun.OfAsync(["health", "--urls", $"http://*:{site.Client.BaseAddress.Port}"]);
        Assert.Equal(0, every.Code);
        Assert.Contains("\"ready\"", every.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", 1, "does not answer")]
    [InlineData("http://unix:/no/such/socket", 1, "does not answer")]
    [InlineData("nonsense", 2, "--url is nonsense")]
    public async Task Another_answer_or_none_makes_it_fail(string address, int code, string message)
    {
        var run = await ProgramRun.OfAsync(["health", "--url", address]);

        Assert.Equal(code, run.Code);
        Assert.Contains(message, Assert.Single(run.Errors), StringComparison.Ordinal);
    }
}
