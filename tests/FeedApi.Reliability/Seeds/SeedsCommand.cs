using System.CommandLine;
using FeedApi.Reliability.Faults;

namespace FeedApi.Reliability.Seeds;

/// <summary><c>seeds N [--from NUMBER] [--seed SEED]</c>.</summary>
internal static class SeedsCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => FaultCommand.Create(
        "seeds",
        "Posts with known mistakes among good ones: feedapi check tells each of them, at its file, and nothing else.",
        SeedsRun.RunAsync);
}
