using System.CommandLine;
using FeedApi.Commands.Options;
using FeedApi.Model.Text;

namespace FeedApi.Commands;

/// <summary><c>feedapi help</c>: shows the help, as <c>--help</c> does.</summary>
internal static class HelpCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var topic = new Argument<string?>("command") { Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("help", "Show the help.") { topic };
        command.SetAction(async (result, _) =>
        {
            string[] known = [.. result.RootCommandResult.Command.Children.OfType<Command>().Select(each => each.Name)];
            if (result.GetValue(topic) is { } name && !known.Contains(name))
                return await StartFailure.ReportAsync(new ServerSettingsException($"There is no command {name}{Spelling.Hint(name, known)}"));
            HelpText.Write(result.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }
}
