using System.CommandLine;

namespace FeedApi.Benchmarks.Scale;

/// <summary><c>mass N</c>.</summary>
internal static class MassCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Argument<int>("N") { Description = "How many posts the site has before." };
        var command = new Command("mass", "20,000 files at once, and what requests notice.") { posts };
        command.SetAction((given, _) => MassChange.RunAsync(given.GetRequiredValue(posts)));
        return command;
    }
}
