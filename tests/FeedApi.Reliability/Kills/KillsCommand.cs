using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Kills;

/// <summary><c>kills N</c>.</summary>
internal static class KillsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "kills", "SIGKILL while indexing, live and during recovery; what the server shows after each restart against the folder.",
        KillsRun.RunAsync);
}
