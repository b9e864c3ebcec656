using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Mutations;

/// <summary><c>mutations N</c>.</summary>
internal static class MutationsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "mutations", "Mutated posts, odd names, links and what is no file among good posts, before a start and while the server runs.",
        MutationsRun.RunAsync);
}
