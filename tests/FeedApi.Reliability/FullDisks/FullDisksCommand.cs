using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.FullDisks;

/// <summary><c>fulldisk N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class FullDisksCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "fulldisk",
        "A disk of the index that runs full at any byte while posts are saved, and is freed again; needs root, or `unshare -rm`.",
        FullDisksRun.RunAsync);
}
