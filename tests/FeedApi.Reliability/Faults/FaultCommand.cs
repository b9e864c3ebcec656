using System.CommandLine;

namespace FeedApi.Reliability.Faults;

/// <summary>A command that makes numbered faults: <c>NAME N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class FaultCommand
{
    /// <summary>The command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it makes trouble with.</param>
    /// <param name="run">Makes the faults and notes in the report what it saw.</param>
    public static Command Create(string name, string description, Func<FaultRange, FaultReport, CancellationToken, Task> run)
    {
        var count = new Argument<int>("N") { Description = "How many faults." };
        var from = new Option<int>("--from")
        {
            Description = "The number of the first one, to go on with a long run.",
            DefaultValueFactory = _ => 0,
        };
        var seed = new Option<int>("--seed") { Description = "Another seed makes other faults.", DefaultValueFactory = _ => 1 };
        var command = new Command(name, description) { count, from, seed };
        command.SetAction(async (given, cancellation) =>
        {
            var range = new FaultRange(given.GetRequiredValue(from), given.GetRequiredValue(count), given.GetRequiredValue(seed));
            var report = new FaultReport();
            await run(range, report, cancellation);
            return report.Conclude(name, range);
        });
        return command;
    }
}
