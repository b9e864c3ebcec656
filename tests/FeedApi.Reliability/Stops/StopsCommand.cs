using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Stops;

/// <summary><c>stops N</c>.</summary>
internal static class StopsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() =>
        FaultCommand.Create(
            "stops", "Stops under load; answers that were lost, cut or wrong.", (range, report, _) => StopRun.RunAsync(range, report));
}
