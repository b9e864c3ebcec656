using System.CommandLine;

namespace FeedApi.Reliability.Saves;

/// <summary><c>saves N [SEED]</c>.</summary>
internal static class SavesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var saves = new Argument<int>("N") { Description = "How often a post is saved." };
        var seed = new Argument<int>("SEED") { Description = "Another seed saves other posts otherwise.", DefaultValueFactory = _ => 1 };
        const string description = "Saves in the ways of editors and tools while a client polls; the end against a fresh index.";
        var command = new Command("saves", description) { saves, seed };
        command.SetAction((given, _) => SavesRun.RunAsync(given.GetRequiredValue(saves), given.GetRequiredValue(seed)));
        return command;
    }
}
