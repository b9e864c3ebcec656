using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Limits;

/// <summary><c>limits N</c>.</summary>
internal static class LimitsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "limits", "Servers with 200 MB of heap, few descriptors, one processor, or all of these, and more clients than that is for.",
        LimitsRun.RunAsync);
}
