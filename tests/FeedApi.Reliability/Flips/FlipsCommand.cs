using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Flips;

/// <summary><c>flips N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class FlipsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "flips",
        "Single flipped bits anywhere in the index and its log, in the file of a running or a stopped server; every answer against before.",
        FlipsRun.RunAsync);
}
