using FeedApi.Tests.Content;
using FeedApi.Tests.Hosting;
using Xunit;

namespace FeedApi.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly ContentFolder folder = new();

    public CommandLineTests() => folder.With("site/_config.yml", "title: T\nurl: https://example.org\n");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--content= --urls http://127.0.0.1:0", "--content has no value")]
    [InlineData("--content --urls http://127.0.0.1:0", "--content has no value")]
    [InlineData("--urls http://127.0.0.1:0 --content", "--content has no value")]
    [InlineData("--content site --Search:BudgetMilliseconds", "--Search:BudgetMilliseconds has no value")]
    [InlineData("--content site --content site", "--content may be given only once")]
    [InlineData("--Cache:MaxBytes 1 --cache:maxbytes=2", "--Cache:MaxBytes may be given only once")]
    [InlineData("--content @nowhere", "@nowhere does not exist")]
    [InlineData("--content -nowhere", "-nowhere does not exist")]
    [InlineData("--content=--nowhere", "--nowhere does not exist")]
    [InlineData("--content site -- --urls x", "--urls")]
    [InlineData("--AllowedHosts https://x --content site", "AllowedHosts has \"https://x\"")]
    [InlineData("--AllowedHost x", "did you mean --AllowedHosts?")]
    [InlineData("--search:budgetmilliseconds=-5", "Search:BudgetMilliseconds is \"-5\"; it must be a whole number from 1 to 3600000")]
    [InlineData("--Management:Url http://127.0.0.1:0", "did you mean --Management:Urls?")]
    [InlineData("--Seach:BudgetMilliseconds 500", "did you mean --Search:BudgetMilliseconds?")]
    [InlineData("--Search__BudgetMilliseconds 500", "did you mean --Search:BudgetMilliseconds?")]
    [InlineData("--Search:Patience 500", "allowed are Search:BudgetMilliseconds")]
    [InlineData("--Nobody:Knows 1", "There is no option --Nobody:Knows")]
    [InlineData("sreve", "did you mean serve?")]
    [InlineData("serve more", "more")]
    [InlineData("help sreve", "did you mean serve?")]
    public async Task What_is_wrong_with_a_command_line_is_told_in_one_line(string arguments, string told)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.Code, run.Output));
        var line = Assert.Single(run.Errors);
        Assert.StartsWith("feedapi: ", line, StringComparison.Ordinal);
        Assert.Contains(told, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("help serve")]
    [InlineData("serve --help")]
    [InlineData("--content site --help")]
    public async Task The_help_lists_every_setting_by_section_in_80_columns(string arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((0, 0), (run.Code, run.Errors.Count));
        var lines = run.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains("Examples:", lines);
        Assert.All(Options(), option => Assert.Contains(lines, line => line.StartsWith($"  {option} ", StringComparison.Ordinal)));
        Assert.True(IndexOf(lines, "Search: ") < IndexOf(lines, "  --Search:"));
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var run = await RunAsync("--version");

        Assert.Equal(0, run.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    private static int IndexOf(List<string> lines, string start) =>
        lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));

    private static string[] Options() =>
    [
        "--content", "--data", "--urls", "--AllowedHosts", "--Site:Url", "--Management:Urls", "--Search:BudgetMilliseconds",
        "--Limits:Feed:Requests", "--Kestrel:Limits:MaxConnectionsPerAddress",
    ];

    private Task<ProgramRun> RunAsync(string arguments) => ProgramRun.OfAsync(arguments.Split(' '), folder.Path);

    [Theory]
    [InlineData("export --out ,", "--out is empty")]
    [InlineData("export --out x --base-url ,", "--base-url is empty")]
    [InlineData("import x --to ,", "--to is empty")]
    [InlineData("index --from ,", "--from is empty")]
    [InlineData("export --out a --out b", "--out may be given only once")]
    [InlineData("check --format json --format text", "--format may be given only once")]
    [InlineData("check --format xml", "--format is xml; it must be one of github, json, sarif, text")]
    [InlineData("check site", "Unexpected argument site; see feedapi check --help")]
    [InlineData("import x --into y", "There is no option --into")]
    [InlineData("check --strikt", "There is no option --strikt (did you mean --strict?)")]
    public async Task Mistakes_of_a_command_name_the_word_that_is_wrong(string arguments, string message)
    {
        // A comma stands for an empty word.
        var run = await ProgramRun.OfAsync(arguments.Split(' ').Select(word => word == "," ? "" : word));

        Assert.Equal(("feedapi: " + message, 2), (Assert.Single(run.Errors), run.Code));
    }
}
