using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Exports;

/// <summary><c>exports N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class ExportsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "exports",
        "Exports of a changing site that are killed at any moment, and as root also run out of disk: the former export stays whole.",
        ExportsRun.RunAsync);
}
