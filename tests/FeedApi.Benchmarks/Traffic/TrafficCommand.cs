using System.CommandLine;

namespace FeedApi.Benchmarks.Traffic;

/// <summary><c>traffic</c>.</summary>
internal static class TrafficCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("traffic", "What limits, reader statistics and counts add to a request.");
        command.SetAction((_, _) => TrafficCost.RunAsync());
        return command;
    }
}
