using System.CommandLine;

namespace FeedApi.Reliability.Soak;

/// <summary><c>soak</c>.</summary>
internal static class SoakCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long.", DefaultValueFactory = _ => 60 };
        var posts = new Option<int>("--posts") { Description = "Posts at the beginning.", DefaultValueFactory = _ => 5_000 };
        var seed = new Option<int>("--seed") { Description = "Another seed writes other posts.", DefaultValueFactory = _ => 1 };
        var megabytes = new Option<double>("--max-megabytes")
        {
            Description = "By how much the live heap may grow in the second half.",
            HelpName = "SIZE",
            DefaultValueFactory = _ => SoakLimits.Default.Megabytes,
        };
        var handles = new Option<int>("--max-handles")
        {
            Description = "By how many the open descriptors may grow in the second half.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => SoakLimits.Default.Handles,
        };
        const string description = "Posts at a hundred times the usual pace while attacks run in turn; memory, handles, answers, the end.";
        var command = new Command("soak", description) { minutes, posts, seed, megabytes, handles };
        command.SetAction((given, _) => SoakRun.RunAsync(
            TimeSpan.FromMinutes(given.GetValue(minutes)),
            given.GetValue(posts),
            given.GetValue(seed),
            new SoakLimits(given.GetValue(megabytes), given.GetValue(handles))));
        return command;
    }
}
