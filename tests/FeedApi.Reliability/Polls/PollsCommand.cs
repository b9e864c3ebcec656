using System.CommandLine;

namespace FeedApi.Reliability.Polls;

/// <summary><c>polls SECONDS</c>.</summary>
internal static class PollsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seconds = new Argument<int>("SECONDS") { Description = "How long." };
        var readers = new Option<int>("--readers")
        {
            Description = "Readers, each of which polls every five minutes, most of them together.",
            DefaultValueFactory = _ => 10_000,
        };
        var speed = new Option<double>("--speed")
        {
            Description = "How much faster the five minutes go by.",
            DefaultValueFactory = _ => 20,
        };
        var posts = new Option<int>("--posts") { Description = "Posts at the beginning.", DefaultValueFactory = _ => 5_000 };
        var isAttacked = new Option<bool>("--attacked") { Description = "Slow searches, slow clients and floods meanwhile, in turn." };
        var milliseconds = new Option<double>("--max-milliseconds")
        {
            Description = "The 99th percentile that readers may see.",
            HelpName = "TIME",
            DefaultValueFactory = _ => 50,
        };
        var seed = new Option<int>("--seed") { Description = "Another seed has other readers.", DefaultValueFactory = _ => 1 };
        const string description = "Very many readers that poll together, 95 in 100 conditionally, while posts are written and broken.";
        var command = new Command("polls", description) { seconds, readers, speed, posts, isAttacked, milliseconds, seed };
        command.SetAction((given, _) => PollsRun.RunAsync(new PollsPlan(
            TimeSpan.FromSeconds(given.GetRequiredValue(seconds)), given.GetValue(readers), given.GetValue(speed), given.GetValue(posts),
            given.GetValue(isAttacked), given.GetValue(milliseconds), given.GetValue(seed))));
        return command;
    }
}

/// <summary>What is held.</summary>
/// <param name="Time">How long.</param>
/// <param name="Readers">How many readers.</param>
/// <param name="Speed">How much faster the five minutes between two polls go by.</param>
/// <param name="Posts">Posts at the beginning.</param>
/// <param name="IsAttacked">Whether attacks run meanwhile.</param>
/// <param name="MaxMilliseconds">The 99th percentile that readers may see.</param>
/// <param name="Seed">Another seed has other readers.</param>
internal sealed record PollsPlan(
    TimeSpan Time, int Readers, double Speed, int Posts, bool IsAttacked, double MaxMilliseconds, int Seed);
