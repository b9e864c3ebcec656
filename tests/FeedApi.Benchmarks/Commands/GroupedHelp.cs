using System.CommandLine;
using System.CommandLine.Invocation;

namespace FeedApi.Benchmarks.Commands;

/// <summary>Shows all commands in groups; of one command, its arguments and options as usual.</summary>
/// <param name="description">What the program does.</param>
/// <param name="groups">Its commands.</param>
/// <param name="helpOfCommand">Shows the help of one command.</param>
internal sealed class GroupedHelp(
    string description, IReadOnlyList<CommandGroup> groups, SynchronousCommandLineAction helpOfCommand) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        if (command is not RootCommand) return helpOfCommand.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(description);
        output.WriteLine();
        output.WriteLine("Usage:");
        output.WriteLine($"  {command.Name} COMMAND [ARGUMENT...]");
        output.WriteLine($"  {command.Name} COMMAND --help");
        foreach (var group in groups) Write(group, output);
        return 0;
    }

    private void Write(CommandGroup group, TextWriter output)
    {
        var width = groups.SelectMany(each => each.Commands).Max(command => UsageOf(command).Length) + 2;
        output.WriteLine();
        output.WriteLine(group.Title + ":");
        foreach (var command in group.Commands.Where(command => !command.Hidden))
            output.WriteLine($"  {UsageOf(command).PadRight(width)}{command.Description}");
    }

    private static string UsageOf(Command command)
    {
        var required = command.Options.Where(option => option.Required).Select(UsageOf);
        return string.Join(' ', [command.Name, .. command.Arguments.Select(UsageOf), .. required]);
    }

    private static string UsageOf(Option option) => $"{option.Name} {option.HelpName}";

    private static string UsageOf(Argument argument)
    {
        var name = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{name}]" : name;
    }
}
