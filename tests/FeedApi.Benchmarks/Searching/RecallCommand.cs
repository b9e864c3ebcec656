using System.CommandLine;

namespace FeedApi.Benchmarks.Searching;

/// <summary><c>recall N [SEED]</c>.</summary>
internal static class RecallCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var queries = new Argument<int>("N") { Description = "How many searches are made up." };
        var seed = new Argument<int>("SEED") { Description = "Another seed makes up other searches.", DefaultValueFactory = _ => 1 };
        var command = new Command("recall", "Searches of 10,000 posts against a scan of all texts; 1 when any differs.") { queries, seed };
        command.SetAction((given, _) => RecallRun.RunAsync(given.GetRequiredValue(queries), given.GetRequiredValue(seed)));
        return command;
    }
}
