using System.CommandLine;

namespace FeedApi.Benchmarks.Scale;

/// <summary><c>streams N</c>.</summary>
internal static class StreamsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Argument<int>("N") { Description = "How many posts the site has." };
        var command = new Command("streams", "All articles in one answer, as CSV and as lines: rows, time and memory.") { posts };
        command.SetAction((given, _) => StreamedLists.RunAsync(given.GetRequiredValue(posts)));
        return command;
    }
}
