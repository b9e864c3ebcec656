using FeedApi.Reliability.Sites;
using Xunit;

[assembly: CaptureConsole]

namespace FeedApi.Reliability;

/// <summary>Every program in a size that is small enough for all tests; before a release they run as commands in larger ones.</summary>
[Trait("size", "gate")]
public sealed class GateSizeTests
{
    private const string FeedParser = "/usr/lib/python3/dist-packages/feedparser";

    // How good clients fare under attack depends on the machine; that each of them is answered does not.
    private const string AnyMachine = "--max-milliseconds 60000 --max-megabytes 4000";

    [Theory]
    [InlineData("markdown 90")]
    [InlineData("yaml 600")]
    [InlineData("scripts 150")]
    [InlineData("xml 1024", "xmllint")]
    [InlineData("readers 20", "node", FeedParser, "tests/FeedApi.Tests/Feeds/Readers/node_modules")]
    [InlineData("mutations 300")]
    [InlineData("seeds 100")]
    [InlineData("shortcut 6000")]
    [InlineData("saves 60")]
    [InlineData("watch 1", "prlimit")]
    [InlineData("watch 1 --from 2", "prlimit")]
    [InlineData("syscalls 30", "strace")]
    [InlineData("clocks 4", "faketime")]
    [InlineData("flips 50 --from 50")]
    [InlineData("crashes 20", "strace")]
    [InlineData("kills 4")]
    [InlineData("exports 4")]
    [InlineData("stops 2")]
    [InlineData("upgrades 6")]
    [InlineData("syncs 60", "python3")]
    [InlineData("limits 5", "prlimit", "taskset")]
    [InlineData("raw 600")]
    [InlineData("attack 2 slow-read " + AnyMachine)]
    [InlineData("attack 2 h2-reset " + AnyMachine)]
    [InlineData("starve 1 --posts 300 --attackers 8 --seconds 2 --max-ratio 1000000")]
    [InlineData("polls 4 --posts 300 --readers 300 --max-milliseconds 60000 --attacked")]
    [InlineData("soak --minutes 0.25 --posts 150 --max-megabytes 4000 --max-handles 4000")]
    public async Task Program_finds_no_fault(string commandLine, params string[] tools)
    {
        foreach (var missing in tools.Where(tool => !IsThere(tool))) Assert.Skip($"Install {missing}; .ci/run says how.");
        Assert.Equal(0, await ReliabilityCommands.RunAsync(commandLine.Split(' ')));
    }

    [Theory]
    [InlineData("permissions 4", "setpriv")]
    [InlineData("fulldisk 5 --from 7", "mount")]
    public Task Program_for_the_superuser_finds_no_fault(string commandLine, string tool)
    {
        if (!Environment.IsPrivilegedProcess) Assert.Skip($"Run the tests as root: {commandLine} needs {tool}.");
        return Program_finds_no_fault(commandLine, tool);
    }

    // A program in the path, or what has a path of its own: below the repository or anywhere.
    private static bool IsThere(string tool) => tool.Contains('/', StringComparison.Ordinal)
        ? Path.Exists(Path.Combine(RepositoryFiles.Folder, tool))
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));
}
