using System.CommandLine;

namespace FeedApi.Benchmarks.Publishing;

/// <summary><c>publish N</c>.</summary>
internal static class PublishCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Argument<int>("N") { Description = "How many posts are generated." };
        var command = new Command("publish", "Cold index, second start, and the way from a saved file to its feed.") { posts };
        command.SetAction((given, _) => PublishScale.RunAsync(given.GetRequiredValue(posts)));
        return command;
    }
}
