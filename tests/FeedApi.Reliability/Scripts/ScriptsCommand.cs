using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Scripts;

/// <summary><c>scripts N</c>.</summary>
internal static class ScriptsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "scripts", "Markup that would run a script, in six places of a post; feeds, API and pages are parsed again.", ScriptsRun.RunAsync);
}
