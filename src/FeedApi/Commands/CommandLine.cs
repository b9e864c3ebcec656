using System.CommandLine;
using System.CommandLine.Help;
using FeedApi.Commands.Check;
using FeedApi.Commands.Doctor;
using FeedApi.Commands.Explain;
using FeedApi.Commands.Export;
using FeedApi.Commands.Import;
using FeedApi.Commands.Localization;
using FeedApi.Commands.NewPosts;
using FeedApi.Commands.Options;

namespace FeedApi.Commands;

/// <summary>The commands of the program. An invalid command line is reported in one line, like an invalid setting.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command of a command line.</summary>
    /// <returns>The exit code of the command; <see cref="StartFailure.Code"/> when the command line is invalid.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            var (settings, words) = CommandArguments.Split(arguments);
            // The parser takes a tenth of the time of a start, and has nothing to parse.
            if (words.Count == 0) return await ServeCommand.RunAsync(settings, CancellationToken.None);
            // A name that begins with @ is that of a folder, not of a response file.
            var result = Create(settings).Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Action is not CommandHelpAction && CommandLineFault.In(result, arguments) is { } fault)
                throw new ServerSettingsException(fault);
            // The server shuts down by itself on a signal; the parser would terminate it after two seconds, with requests in progress.
            return await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        }
        catch (ServerSettingsException failure)
        {
            return await StartFailure.ReportAsync(failure);
        }
    }

    private static RootCommand Create(IReadOnlyList<string> settings)
    {
        var root = new RootCommand(Localized.Text("FeedApi publishes a folder of posts as feeds, as a JSON API and as pages."))
        {
            ServeCommand.Create(settings),
            CheckCommand.Create(settings),
            CompletionCommand.Create(),
            DoctorCommand.Create(settings),
            ExplainCommand.Create(settings),
            ExportCommand.Create(settings),
            HealthCommand.Create(settings),
            ImportCommand.Create(),
            IndexCommand.Create(settings),
            NewCommand.Create(settings),
            HelpCommand.Create(),
        };
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(settings, cancellationToken));
        root.Options.OfType<HelpOption>().Single().Action = new CommandHelpAction();
        return root;
    }
}
