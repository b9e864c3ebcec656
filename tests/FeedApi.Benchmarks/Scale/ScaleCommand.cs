using System.CommandLine;

namespace FeedApi.Benchmarks.Scale;

/// <summary><c>scale --posts N</c>.</summary>
internal static class ScaleCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Option<int>("--posts") { Description = "How many posts are generated.", HelpName = "N", Required = true };
        var command = new Command("scale", "Very many posts: cold index, memory, starts, saves, pages, searches, size.") { posts };
        command.SetAction((given, _) => ScaleRun.RunAsync(given.GetRequiredValue(posts)));
        return command;
    }
}
