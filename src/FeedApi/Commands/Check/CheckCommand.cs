using System.CommandLine;
using FeedApi.Commands.Localization;
using FeedApi.Commands.Offline;
using FeedApi.Feeds;

namespace FeedApi.Commands.Check;

/// <summary>
/// <c>feedapi check</c>: reads the posts as the server would, follows their links, makes and checks every feed, and reports. It neither
/// needs nor touches the index of a server, and uses no network.
/// </summary>
internal static class CheckCommand
{
    private const int ProblemsCode = 1;

    private static readonly Option<string> Format = new("--format")
    {
        Description = Localized.Text("How the report is written: text, json, sarif or github."),
        DefaultValueFactory = _ => "text",
    };

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = Localized.Text("Warnings count as problems too."),
    };

    /// <summary>The command.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("check", Localized.Text("Check the posts and every feed that they make, and end.")) { Format, Strict };
        Format.AcceptOnlyFromAmong("text", "json", "sarif", "github");
        command.SetAction((result, cancellationToken) => CommandRun.RunAsync(
            stop => RunAsync(settings, result.GetValue(Format)!, result.GetValue(Strict), stop),
            cancellationToken,
            isWholeOrNothing: true));
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> settings, string format, bool isStrict, CancellationToken stop)
    {
        await using var run = await OfflineRun.StartAsync(settings, stop);
        var report = await new SiteCheck(run.Server).RunAsync(stop);
        Write(report, format, Path.GetRelativePath(Environment.CurrentDirectory, run.Server.Site.ContentFolder));
        return report.HasErrors || (isStrict && report.Problems.Count > 0) ? ProblemsCode : 0;
    }

    private static void Write(CheckReport report, string format, string folder)
    {
        switch (format)
        {
            case "json":
                JsonReport.Write(Console.Out, report);
                break;
            case "sarif":
                SarifReport.Write(Console.Out, report, Generator.Version, folder);
                break;
            case "github":
                GitHubReport.Write(Console.Out, report, folder);
                break;
            default:
                TextReport.Write(Console.Out, report);
                break;
        }
    }
}
