using System.CommandLine;
using FeedApi.Benchmarks.Fidelity.Hugo;

namespace FeedApi.Benchmarks.Fidelity;

/// <summary><c>fidelity SITE [--hugo] [--differences N] [--expected FILE] [--bodies FOLDER]</c>.</summary>
internal static class FidelityCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var site = new Argument<string>("SITE") { Description = "The folder of a site of Jekyll, with its _config.yml, or of Hugo." };
        var hugo = new Option<bool>("--hugo") { Description = "The site is Hugo's." };
        var shown = new Option<int>("--differences")
        {
            Description = "How many are printed for each property.",
            HelpName = "N",
            DefaultValueFactory = _ => 5,
        };
        var kept = new Option<string?>("--expected")
        {
            Description = "What the generator makes is kept in this file, and read from it the next time.",
            HelpName = "FILE",
        };
        var bodies = new Option<string?>("--bodies")
        {
            Description = "The texts of bodies that differ are written below this folder.",
            HelpName = "FOLDER",
        };
        var command = new Command("fidelity", "FeedApi against Jekyll or Hugo on a site, post by post; needs either.")
        {
            site, hugo, shown, kept, bodies,
        };
        command.SetAction(async (given, _) =>
        {
            var folder = Path.GetFullPath(given.GetRequiredValue(site));
            var theirs = await ExpectedSite.KeptAsync(
                given.GetValue(kept), () => given.GetValue(hugo) ? HugoOracle.RunAsync(folder) : ExpectedSite.OfJekyllAsync(folder));
            return await FidelityReport.RunAsync(folder, theirs, given.GetValue(shown), given.GetValue(bodies));
        });
        return command;
    }
}
