using System.CommandLine;
using BenchmarkDotNet.Running;

namespace FeedApi.Benchmarks.Micro;

/// <summary><c>micro [ARGUMENT...]</c>.</summary>
internal static class MicroCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var passedOn = new Argument<string[]>("ARGUMENT")
        {
            Description = "Of BenchmarkDotNet, such as --filter '*'; its own help is shown by: micro -- --help",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("micro", "Reading, rendering and writing a feed, by BenchmarkDotNet.") { passedOn };
        command.SetAction(given => BenchmarkSwitcher.FromAssembly(typeof(MicroCommand).Assembly).Run(given.GetValue(passedOn) ?? []));
        return command;
    }
}
