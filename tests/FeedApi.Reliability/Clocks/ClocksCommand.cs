using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Clocks;

/// <summary><c>clocks N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class ClocksCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "clocks",
        "Steps of the clock (faketime) up to two days back and forth; embargoed, expired and new posts must be shown by the clock at once.",
        ClocksRun.RunAsync);
}
