using System.CommandLine;

namespace FeedApi.Reliability.Attack;

/// <summary><c>attack SECONDS [NAME...]</c>.</summary>
internal static class AttackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var seconds = new Argument<int>("SECONDS") { Description = "How long each attack goes on." };
        var names = new Argument<string[]>("NAME")
        {
            Description = $"All when none is named, else of {string.Join(", ", AttackRun.Names)}.",
            HelpName = "NAME",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.AcceptOnlyFromAmong([.. AttackRun.Names]);
        var milliseconds = new Option<double>("--max-milliseconds")
        {
            Description = "The 99th percentile that good clients may see.",
            HelpName = "TIME",
            DefaultValueFactory = _ => AttackLimits.Default.Milliseconds,
        };
        var megabytes = new Option<double>("--max-megabytes")
        {
            Description = "What the server may take more than before the attack.",
            HelpName = "SIZE",
            DefaultValueFactory = _ => AttackLimits.Default.Megabytes,
        };
        const string description = "Good clients while slow, greedy and flooding ones go on.";
        var command = new Command("attack", description) { seconds, names, milliseconds, megabytes };
        command.SetAction((given, _) =>
        {
            var limits = new AttackLimits(given.GetValue(milliseconds), given.GetValue(megabytes));
            return AttackRun.RunAsync(TimeSpan.FromSeconds(given.GetRequiredValue(seconds)), given.GetValue(names) ?? [], limits);
        });
        return command;
    }
}
