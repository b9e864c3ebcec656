using System.CommandLine;

namespace FeedApi.Reliability.Stops;

/// <summary><c>stops N</c>.</summary>
internal static class StopsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var stops = new Argument<int>("N") { Description = "How often the server is stopped." };
        var command = new Command("stops", "Stops under load; answers that were lost, cut or wrong.") { stops };
        command.SetAction((given, _) => StopRun.RunAsync(given.GetRequiredValue(stops)));
        return command;
    }
}
