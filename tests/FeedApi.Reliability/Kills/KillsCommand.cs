using System.CommandLine;

namespace FeedApi.Reliability.Kills;

/// <summary><c>kills N [SEED]</c>.</summary>
internal static class KillsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var kills = new Argument<int>("N") { Description = "How often the server is killed." };
        var seed = new Argument<int>("SEED") { Description = "Another seed kills at other moments.", DefaultValueFactory = _ => 1 };
        const string description = "SIGKILL while indexing and live; what the server shows after each restart against the folder.";
        var command = new Command("kills", description) { kills, seed };
        command.SetAction((given, _) => KillsRun.RunAsync(given.GetRequiredValue(kills), given.GetRequiredValue(seed)));
        return command;
    }
}
