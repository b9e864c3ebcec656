using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Permissions;

/// <summary><c>permissions N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class PermissionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "permissions",
        "Files and folders lose their permissions, and links lead elsewhere, under a server that runs as an ordinary user (needs root).",
        PermissionsRun.RunAsync);
}
