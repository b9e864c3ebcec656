using System.CommandLine;

namespace FeedApi.Reliability.Attack;

/// <summary><c>flood NAME SERVER</c>: what <see cref="Http2Flood"/> starts in a process of its own.</summary>
internal static class FloodCommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "flood";

    /// <summary>The command, which is not in the help.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Which flood." };
        var server = new Argument<Uri>("SERVER")
        {
            Description = "Where h2 is spoken without TLS.",
            CustomParser = result => new Uri(result.Tokens[0].Value),
        };
        var command = new Command(Name, "Floods a server until its input ends.") { name, server };
        command.Hidden = true;
        command.SetAction((given, _) => Http2Flood.RunAsync(given.GetRequiredValue(name), given.GetRequiredValue(server)));
        return command;
    }
}
