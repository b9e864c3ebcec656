using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Upgrades;

/// <summary><c>upgrades N</c>.</summary>
internal static class UpgradesCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "upgrades",
        "Versions that render, store or do neither differently, in turn, at 200 requests a second; every second one is killed halfway.",
        UpgradesRun.RunAsync);
}
