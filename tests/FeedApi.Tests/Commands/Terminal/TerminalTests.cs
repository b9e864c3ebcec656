using FeedApi.Tests.Content;
using FeedApi.Tests.Docs;
using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands.Terminal;

/// <summary>What commands draw on a terminal, which "script" of util-linux takes for one.</summary>
public sealed class TerminalTests : IDisposable
{
    private const string Bar = "━";
    private const string Colour = "\u001b[38;";

    private readonly ContentFolder content = new();

    public TerminalTests()
    {
        for (var i = 1; i <= 300; i++)
            content.With($"_posts/2024-01-01-post-{i}.md", $"---\ntitle: Post {i}\ncategory: c{i % 90}\n---\nText {i}.\n");
    }

    public void Dispose() => content.Dispose();

    [Fact]
    public async Task What_takes_long_shows_how_far_it_is_and_leaves_only_the_report()
    {
        var output = await OnTerminalAsync($"check --content {content.Path}");

        Assert.Contains(Bar, output, StringComparison.Ordinal);
        Assert.Matches(@"\d+/300 \d+/s", output);
        Assert.EndsWith("0 errors, 0 warnings", output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NO_COLOR_leaves_colours_out()
    {
        Assert.Contains(Colour, await OnTerminalAsync($"check --content {content.Path}"), StringComparison.Ordinal);
        Assert.DoesNotContain(Colour, await OnTerminalAsync($"check --content {content.Path}", "NO_COLOR=1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_draws_a_table()
    {
        var output = await OnTerminalAsync($"doctor --content {Repository.PathOf("content")} --Site:Url https://example.org");

        Assert.Matches(@"Found +What to do", output);
        Assert.Contains("───", output, StringComparison.Ordinal);
    }

    private static async Task<string> OnTerminalAsync(string command, string environment = "A=1")
    {
        var typed = $"env -u NO_COLOR LC_ALL=C.UTF-8 TERM=xterm-256color {environment} dotnet {ProgramRun.Program} {command}";
        var (_, output, _) = await ExternalTool.RunAsync(
            "script", ["-qec", typed, "/dev/null"], "Install bsdutils to run this test.");
        return output;
    }
}
