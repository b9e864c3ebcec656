using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FeedApi.Commands.Localization;

namespace FeedApi.Commands;

/// <summary><c>--help</c>: of the program with every setting, or of one command with its own arguments and options.</summary>
internal sealed class CommandHelpAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is RootCommand or { Name: ServeCommand.Name })
        {
            HelpText.Write(output);
            return 0;
        }

        var code = new HelpAction().Invoke(parseResult);
        output.WriteLine(Localized.Text("Every setting of the server is an option too: feedapi help"));
        return code;
    }
}
