using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FeedApi.Benchmarks.Commands;

/// <summary>A command line of many commands, whose help lists them in groups.</summary>
/// <param name="description">What the program does.</param>
/// <param name="groups">Its commands.</param>
internal sealed class GroupedCommandLine(string description, IReadOnlyList<CommandGroup> groups)
{
    /// <summary>Runs the command that is asked for; without any, shows the help.</summary>
    /// <returns>What the command returns; 1 when the command line is wrong.</returns>
    public Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var root = new RootCommand(description);
        foreach (var command in groups.SelectMany(group => group.Commands)) root.Add(command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new GroupedHelp(description, groups, (SynchronousCommandLineAction)help.Action!);
        // A name that begins with @ is no file of further arguments, and a signal ends the program as any other.
        var parser = new ParserConfiguration { ResponseFileTokenReplacer = null };
        var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
        return root.Parse(arguments.Count == 0 ? ["--help"] : arguments, parser).InvokeAsync(invocation);
    }
}
