using System.CommandLine;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary><c>fidelity SITE</c>.</summary>
internal static class FidelityCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var site = new Argument<string>("SITE") { Description = "The folder of a site of Jekyll, with its _config.yml." };
        var command = new Command("fidelity", "FeedApi against Jekyll on a site, post by post; needs jekyll.") { site };
        command.SetAction((given, _) => FidelityReport.RunAsync(given.GetRequiredValue(site)));
        return command;
    }
}
