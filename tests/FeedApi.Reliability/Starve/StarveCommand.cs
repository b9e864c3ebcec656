using System.CommandLine;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Reliability.Starve;

/// <summary><c>starve N</c>.</summary>
internal static class StarveCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var rounds = new Argument<int>("N") { Description = "How many rounds; each starts every build once." };
        var content = new Option<string?>("--content")
        {
            Description = "The content folder; a generated one when it is missing.",
            HelpName = "FOLDER",
        };
        var posts = new Option<int>("--posts") { Description = "Posts of a generated folder.", DefaultValueFactory = _ => 2_000 };
        var data = new Option<string?>("--data")
        {
            Description = "Keeps the indexes of the builds for the next time.",
            HelpName = "FOLDER",
        };
        var programs = new Option<string[]>("--program")
        {
            Description = "The feedapi.dll of a build; may be repeated to compare several. The last one must keep the limit.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [ServerOutput.OwnProgram],
        };
        var attackers = new Option<int>("--attackers") { Description = "Attacking clients.", DefaultValueFactory = _ => 48 };
        var seconds = new Option<int>("--seconds")
        {
            Description = "How long is measured without and with them.",
            DefaultValueFactory = _ => 20,
        };
        var ratio = new Option<double>("--max-ratio")
        {
            Description = "The 99th percentile under attack, at most as a multiple of that without.",
            DefaultValueFactory = _ => 4,
        };
        var seed = new Option<int>("--seed") { Description = "Another seed asks for other words.", DefaultValueFactory = _ => 1 };
        const string description = "Slow searches and facets, and what feeds and lists take meanwhile, side by side with other builds.";
        var command = new Command("starve", description) { rounds, content, posts, data, programs, attackers, seconds, ratio, seed };
        command.SetAction((given, _) => StarveRun.RunAsync(
            new StarvePlan(
                given.GetRequiredValue(rounds), given.GetRequiredValue(programs), given.GetValue(attackers),
                TimeSpan.FromSeconds(given.GetValue(seconds)), given.GetValue(ratio), given.GetValue(seed)),
            given.GetValue(content),
            given.GetValue(data),
            given.GetValue(posts)));
        return command;
    }
}

/// <summary>What is measured.</summary>
/// <param name="Rounds">How often each build is started.</param>
/// <param name="Programs">The builds.</param>
/// <param name="Attackers">Attacking clients.</param>
/// <param name="Time">How long is measured without and with them.</param>
/// <param name="MaxRatio">The 99th percentile under attack, as a multiple of that without.</param>
/// <param name="Seed">Another seed asks for other words.</param>
internal sealed record StarvePlan(int Rounds, IReadOnlyList<string> Programs, int Attackers, TimeSpan Time, double MaxRatio, int Seed);
