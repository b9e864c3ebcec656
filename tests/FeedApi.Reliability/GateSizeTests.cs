using Xunit;

[assembly: CaptureConsole]

namespace FeedApi.Reliability;

/// <summary>Every program in a size that is small enough for all tests; before a release they run as commands in larger ones.</summary>
public sealed class GateSizeTests
{
    // How good clients fare under attack depends on the machine; that each of them is answered does not.
    private const string AnyMachine = "--max-milliseconds 60000 --max-megabytes 4000";

    [Theory]
    [InlineData("saves 60")]
    [InlineData("kills 2")]
    [InlineData("stops 2")]
    [InlineData("attack 2 slow-read " + AnyMachine)]
    [InlineData("starve 1 --posts 300 --attackers 8 --seconds 2 --max-ratio 1000000")]
    [InlineData("polls 4 --posts 300 --readers 300 --max-milliseconds 60000 --attacked")]
    [InlineData("soak --minutes 0.25 --posts 150 --max-megabytes 4000 --max-handles 4000")]
    [InlineData("attack 2 h2-reset " + AnyMachine)]
    public async Task Program_finds_no_fault(string commandLine) =>
        Assert.Equal(0, await ReliabilityCommands.RunAsync(commandLine.Split(' ')));
}
