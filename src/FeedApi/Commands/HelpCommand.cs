using System.CommandLine;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Options;

namespace FeedApi.Commands;

/// <summary><c>feedapi help</c>: shows the help, as <c>--help</c> does.</summary>
internal static class HelpCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var topic = new Argument<string?>("command") { Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("help", Localized.Text("Show the help.")) { topic };
        command.SetAction(async (result, _) =>
        {
            var name = result.GetValue(topic);
            if (name is not null && !NamesIn(result).Contains(name))
                return await StartFailure.ReportAsync(new ServerSettingsException(NoCommand(name, result)));
            return result.RootCommandResult.Command.Parse(name is null ? ["--help"] : [name, "--help"])
                .Invoke(result.InvocationConfiguration);
        });
        return command;
    }

    /// <summary>The message that there is no such command, with the nearest one.</summary>
    public static string NoCommand(string name, ParseResult result) =>
        Localized.Text($"There is no command {name}{Suggestion.Near(name, NamesIn(result))}");

    private static string[] NamesIn(ParseResult result) =>
        [.. result.RootCommandResult.Command.Children.OfType<Command>().Select(command => command.Name)];
}
