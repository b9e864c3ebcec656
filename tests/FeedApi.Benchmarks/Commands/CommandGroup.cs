using System.CommandLine;

namespace FeedApi.Benchmarks.Commands;

/// <summary>Commands that stand together in the help.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Commands">In the order of the help; hidden ones are not in it.</param>
internal sealed record CommandGroup(string Title, IReadOnlyList<Command> Commands);
