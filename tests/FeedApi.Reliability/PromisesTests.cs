using System.Text.RegularExpressions;
using FeedApi.Reliability.Sites;
using Xunit;

namespace FeedApi.Reliability;

/// <summary>What docs/promises.md says is run must be there to run.</summary>
public sealed partial class PromisesTests
{
    private const string NotRun = "not yet run";

    [Fact]
    public void Commands_exist()
    {
        var names = ReliabilityCommands.Groups().SelectMany(group => group.Commands).Select(command => command.Name);
        Assert.All(Rows().SelectMany(row => (string[])[.. row.Gate, .. row.Release]), line => Assert.Contains(line.Split(' ')[0], names));
    }

    [Fact]
    public void Gate_sizes_are_tests()
    {
        var tests = typeof(GateSizeTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>())
            .Select(attribute => (string)attribute.Data[0]!)
            .ToList();

        // The tests may have options more, for machines of any speed.
        Assert.All(
            Rows().SelectMany(row => row.Gate),
            gate => Assert.Contains(tests, test => $"{test} ".StartsWith($"{gate} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_promise_has_a_fault_that_was_made() => Assert.NotEmpty(Rows());

    private static IReadOnlyList<(string[] Gate, string[] Release)> Rows() =>
    [
        .. File.ReadLines(Path.Combine(RepositoryFiles.Folder, "docs", "promises.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.Contains(NotRun, StringComparison.Ordinal))
            .Select(line => line.Split(" | "))
            .Where(cells => cells.Length == 5)
            .Skip(1)
            .Select(cells => (CommandsIn(cells[2]), CommandsIn(cells[3]))),
    ];

    private static string[] CommandsIn(string cell) => [.. Command().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([a-z][^`]*)`")]
    private static partial Regex Command();
}
