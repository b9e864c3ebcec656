using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Crashes;

/// <summary><c>crashes N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class CrashesCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "crashes",
        "States of the disk after a power cut: of the writes of a server that were not synced some are dropped, reordered or torn; "
            + "needs strace.",
        CrashesRun.RunAsync);
}
