using System.CommandLine;

namespace FeedApi.Benchmarks.Scale;

/// <summary><c>events N</c>.</summary>
internal static class EventsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var posts = new Argument<int>("N") { Description = "How many posts the site has." };
        var idle = new Option<int>("--idle")
        {
            Description = "Streams in which nothing happens.",
            HelpName = "N",
            DefaultValueFactory = _ => 2_000,
        };
        var busy = new Option<int>("--busy")
        {
            Description = "Streams that get every event.",
            HelpName = "N",
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("events", "From a saved post to its event in many streams and to its feed, and what a stream costs.")
        {
            posts, idle, busy,
        };
        command.SetAction((given, _) => EventStreams.RunAsync(
            given.GetRequiredValue(posts), given.GetRequiredValue(idle), given.GetRequiredValue(busy)));
        return command;
    }
}
