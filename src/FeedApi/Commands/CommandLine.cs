using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FeedApi.Commands.Options;

namespace FeedApi.Commands;

/// <summary>The commands of the program. What is wrong with a command line is told in one line, as what is wrong with a setting.</summary>
internal static class CommandLine
{
    /// <summary>Runs what a command line asks for.</summary>
    /// <returns>What the command returns; <see cref="StartFailure.Code"/> when the command line is wrong.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            var (settings, words) = CommandArguments.Split(arguments);
            // A name that begins with @ is that of a folder, not of a file with more arguments.
            var result = Create(settings).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Action is not HelpAction) Check(result, arguments);
            // The server ends itself when it is told to stop; the parser would end it two seconds later, with whoever is being answered.
            return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        }
        catch (ServerSettingsException wrong)
        {
            return await StartFailure.ReportAsync(wrong);
        }
    }

    private static RootCommand Create(IReadOnlyList<string> settings)
    {
        var root = new RootCommand("FeedApi publishes a folder of posts as feeds, as a JSON API and as pages.")
        {
            ServeCommand.Create(settings),
            HelpCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, cancellationToken));
        root.Options.OfType<HelpOption>().Single().Action = new HelpAction();
        return root;
    }

    private static void Check(ParseResult result, string[] arguments)
    {
        if (result.UnmatchedTokens is [var token, ..]) throw new ServerSettingsException(FaultOf(token, result, arguments));
        if (result.Errors is [var error, ..]) throw new ServerSettingsException(error.Message);
    }

    private static string FaultOf(string token, ParseResult result, string[] arguments)
    {
        var isAfterHyphens = arguments.Contains("--") && Array.LastIndexOf(arguments, token) > Array.IndexOf(arguments, "--");
        if (isAfterHyphens) return $"{token} stands after --, where nothing is read";
        if (!token.StartsWith('-')) return HelpCommand.NoCommand(token, result);
        var name = token.Split('=')[0];
        return $"There is no option {name}{CommandArguments.HintFor(name, arguments)}";
    }
}

/// <summary>Shows the help.</summary>
internal sealed class HelpAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        HelpText.Write(parseResult.InvocationConfiguration.Output);
        return 0;
    }
}
