using System.CommandLine;

namespace FeedApi.Reliability.Starve;

/// <summary><c>search-attack SERVER CLIENTS SEED</c>: what <see cref="SearchAttack"/> starts in a process of its own.</summary>
internal static class SearchAttackCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "search-attack";

    /// <summary>The command, which is not in the help.</summary>
    public static Command Create()
    {
        var server = new Argument<Uri>("SERVER")
        {
            Description = "What is attacked.",
            CustomParser = result => new Uri(result.Tokens[0].Value),
        };
        var clients = new Argument<int>("CLIENTS") { Description = "How many ask at once." };
        var seed = new Argument<int>("SEED") { Description = "Another seed asks for other words." };
        var command = new Command(Name, "Asks for slow searches and facets until its input ends.") { server, clients, seed };
        command.Hidden = true;
        command.SetAction((given, _) =>
            SearchAttack.RunAsync(given.GetRequiredValue(server), given.GetRequiredValue(clients), given.GetRequiredValue(seed)));
        return command;
    }
}
