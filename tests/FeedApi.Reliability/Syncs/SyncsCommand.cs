using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Syncs;

/// <summary><c>syncs N</c>.</summary>
internal static class SyncsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "syncs",
        "Operations on posts while clients that keep copies are killed and disconnected and the server is restarted; copies against lists.",
        SyncsRun.RunAsync);
}
