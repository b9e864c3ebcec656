using FeedApi.Reliability.Sites;
using FeedApi.Reliability.Disks;
using System.Diagnostics;
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
    [InlineData("saves 60")]
    [InlineData("kills 4")]
    [InlineData("limits 2 --from 3", "prlimit", "taskset")]
    [InlineData("raw 600")]
    [InlineData("kills 2")]
    [InlineData("flips 50 --from 50")]
    [InlineData("flips 50 --from 100")]
    [InlineData("stops 2")]
    [InlineData("attack 2 slow-read " + AnyMachine)]
    [InlineData("starve 1 --posts 300 --attackers 8 --seconds 2 --max-ratio 1000000")]
    [InlineData("polls 4 --posts 300 --readers 300 --max-milliseconds 60000 --attacked")]
    [InlineData("soak --minutes 0.25 --posts 150 --max-megabytes 4000 --max-handles 4000")]
    [InlineData("syscalls 40")]
    [InlineData("permissions 5")]
    [InlineData("watch 3")]
    [InlineData("clocks 5")]
    [InlineData("attack 2 h2-reset " + AnyMachine)]
    public async Task Program_finds_no_fault(string commandLine, params string[] tools)
    {
        foreach (var missing in tools.Where(tool => !IsThere(tool))) Assert.Skip($"Install {missing}; .ci/run says how.");
        Assert.Equal(0, await ReliabilityCommands.RunAsync(commandLine.Split(' ')));
    }

    // A program in the path, or what has a path of its own: below the repository or anywhere.
    private static bool IsThere(string tool) => tool.Contains('/', StringComparison.Ordinal)
        ? Path.Exists(Path.Combine(RepositoryFiles.Folder, tool))
        : Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, tool)));

    [Theory]
    [InlineData("strace", "strace", "syscalls 30")]
    [InlineData("setpriv", "util-linux", "permissions 4")]
    [InlineData("prlimit", "util-linux", "watch 3")]
    [InlineData("faketime", "faketime", "clocks 4")]
    public async Task Program_that_needs_another_one_finds_no_fault(string program, string package, string commandLine)
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Makes faults as Linux does.");
        if (await Shell.RunAsync(program, "--version") < 0) Assert.Skip($"Install {package}: {program} is missing.");
        if (program == "setpriv" && !Environment.IsPrivilegedProcess) Assert.Skip("Run the tests as root, for a server of another user.");
        Assert.Equal(0, await ReliabilityCommands.RunAsync(commandLine.Split(' ')));

    [Theory]
    [InlineData("fulldisk 5 --from 7", "mount", "--version", "Run the tests as root: fulldisk mounts a small disk.")]
    [InlineData("crashes 20", "strace", "--version", "Install strace to see what a server writes.")]
    public async Task Program_that_needs_a_tool_finds_no_fault(string commandLine, string tool, string option, string advice)
    {
        if (!Environment.IsPrivilegedProcess && tool == "mount") Assert.Skip(advice);
        if (!CanRun(tool, option)) Assert.Skip(advice);
        Assert.Equal(0, await ReliabilityCommands.RunAsync(commandLine.Split(' ')));
    }

    private static bool CanRun(string tool, string option)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, option) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
