using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Watching;

/// <summary><c>watch N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "watch",
        "The queue of changes overflows, file descriptors and watches are exhausted; every save must be found.",
        WatchRun.RunAsync);
}
