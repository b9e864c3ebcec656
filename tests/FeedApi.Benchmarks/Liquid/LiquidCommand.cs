using System.CommandLine;

namespace FeedApi.Benchmarks.Liquid;

/// <summary><c>liquid N</c>.</summary>
internal static class LiquidCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Argument<int>("N") { Description = "How many posts are generated." };
        var command = new Command("liquid", "Indexing posts with Liquid and without.") { posts };
        command.SetAction((given, _) => LiquidScale.RunAsync(given.GetRequiredValue(posts)));
        return command;
    }
}
