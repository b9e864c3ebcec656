using System.CommandLine;
using FeedApi.Benchmarks.Fidelity;

namespace FeedApi.Benchmarks.Words;

/// <summary><c>words SITE... [--shown N]</c>.</summary>
internal static class WordsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var sites = new Argument<string[]>("SITE")
        {
            Description = "The folder of a site.",
            Arity = ArgumentArity.OneOrMore,
        };
        var shown = new Option<int>("--shown")
        {
            Description = "How many posts with lost words are printed for each site.",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };
        var command = new Command("words", "Words of post files that are in no feed, although no problem names the loss.") { sites, shown };
        command.SetAction(async (given, _) =>
        {
            var lost = 0;
            foreach (var site in given.GetRequiredValue(sites))
            {
                var folder = Path.GetFullPath(site);
                lost += WordsReport.Print(folder, await ServedSite.ReadAsync(folder), given.GetValue(shown));
            }

            return lost == 0 ? 0 : 1;
        });
        return command;
    }
}
