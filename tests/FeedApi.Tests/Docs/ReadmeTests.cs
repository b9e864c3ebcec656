using FeedApi.Tests.Feeds.Validators;
using FeedApi.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FeedApi.Tests.Docs;

/// <summary>Runs the commands of README.md: a command that fails, or shows something else than is printed there, fails a test.</summary>
public sealed class ReadmeTests
{
    private const string Document = "README.md";
    private const string Server = "http://localhost:5000";
    private const string Management = "http://127.0.0.1:5001";
    private const string Elision = "...";
    private const string Missing = "Install bash and curl to run this test.";

    // The sample site has posts until then and one for the year 2035.
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Requests_of_the_tour_answer_what_the_readme_shows()
    {
        await using var site = new TestSite
        {
            Time = new FakeTimeProvider(Now),
            Arguments = ["--Site:Url", Server, "--content", Repository.PathOf("content")],
        };
        await site.StartAsync();
        await ExternalTool.RunAsync("curl", ["--version"], Missing);
        foreach (var (script, shown) in Tour())
        {
            var (exitCode, output, errors) = await ExternalTool.RunAsync("bash", ["-c", Mapped(script, site)], Missing);
            Assert.True(exitCode == 0, $"{script}\nended with {exitCode}: {errors}");
            AssertShows(script, shown, output);
        }
    }

    [Fact]
    public void Commands_are_requests_or_name_projects_that_exist()
    {
        foreach (var command in Commands().Where(command => !command.StartsWith("curl ", StringComparison.Ordinal)))
        {
            var words = command.Split(' ');
            Assert.True(words[0] == "dotnet", $"No test runs this command: {command}");
            var project = Array.IndexOf(words, "--project");
            if (project > 0) Assert.NotEmpty(Directory.GetFiles(Repository.PathOf(words[project + 1]), "*.csproj"));
        }
    }

    [Theory]
    [InlineData("dotnet run --project src/FeedApi")]
    [InlineData("dotnet test")]
    public void Two_commands_run_and_test_the_program(string command) => Assert.Contains(command, Commands());

    [Fact]
    public void Readme_keeps_to_150_lines() => Assert.InRange(Repository.Read(Document).Split('\n').Length, 1, 151);

    private static IEnumerable<string> Commands() => Repository.BlocksOf(Document)
        .Where(block => block.Language == "sh").SelectMany(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    // Blocks of requests, each with the block below it, which shows what they print.
    private static IEnumerable<(string Script, string Shown)> Tour()
    {
        var blocks = Repository.BlocksOf(Document);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Language != "sh" || !blocks[i].Text.StartsWith("curl ", StringComparison.Ordinal)) continue;
            yield return (blocks[i].Text, i + 1 < blocks.Count && blocks[i + 1].Language == "text" ? blocks[i + 1].Text : "");
        }
    }

    // The documented addresses are the test's own server; any other one would fail.
    private static string Mapped(string script, TestSite site) => $$"""
        set -e
        export LC_ALL=C.UTF-8
        curl() {
          local words=("$@")
          words=("${words[@]/#{{Server.Replace("/", "\\/", StringComparison.Ordinal)}}/{{AddressOf(site.Client)}}}")
          words=("${words[@]/#{{Management.Replace("/", "\\/", StringComparison.Ordinal)}}/{{AddressOf(site.Management)}}}")
          command curl --noproxy '*' "${words[@]}"
        }
        {{script}}
        """;

    private static string AddressOf(HttpClient client) => client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    // The lines of long answers are broken in the document; a line of dots stands for anything.
    private static void AssertShows(string script, string shown, string output)
    {
        var from = 0;
        foreach (var line in shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line != Elision))
        {
            var at = output.IndexOf(line, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{script}\nprints no longer\n{line}\nbut\n{output}");
            from = at + line.Length;
        }
    }
}
