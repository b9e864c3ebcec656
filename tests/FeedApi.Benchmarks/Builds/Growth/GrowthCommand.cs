using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds.Growth;

/// <summary><c>growth FOLDER</c>: what a build costs on sites of several sizes, as a chart.</summary>
internal static class GrowthCommand
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "Keeps sites, indexes and every measurement for the next time; may be that of compare.",
    };

    private static readonly Option<int[]> Sizes = new("--sizes")
    {
        Description = "How many posts the sites have.",
        HelpName = "N[,N]",
        CustomParser = ParseSizes,
        DefaultValueFactory = _ => [10_000, 20_000, 50_000, 100_000, 200_000],
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often each is measured, with earlier runs; 0 draws what they have measured.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Program = new("--new")
    {
        Description = "The feedapi.dll that is measured.",
        HelpName = "FILE",
        DefaultValueFactory = _ => ServerOutput.OwnProgram,
    };

    private static readonly Option<string> Chart = new("--chart")
    {
        Description = "Where the chart is written.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Path.Combine("docs", "images", "growth.svg"),
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        const string description = "Cold start, memory and saves on sites of growing size, and their chart; goes on where it was ended.";
        var command = new Command("growth", description) { Folder, Sizes, Rounds, Program, Chart };
        command.SetAction((given, _) => RunAsync(given));
        return command;
    }

    private static int[] ParseSizes(ArgumentResult result)
    {
        List<int> sizes = [];
        foreach (var text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(text, CultureInfo.InvariantCulture, out var size) && size > 0) sizes.Add(size);
            else result.AddError($"{text} is no number of posts.");
        }

        return [.. sizes.Order()];
    }

    private static async Task RunAsync(ParseResult given)
    {
        var run = new GrowthRun(given.GetRequiredValue(Folder), Path.GetFullPath(given.GetRequiredValue(Program)));
        var sizes = given.GetRequiredValue(Sizes);
        await run.MeasureAsync(sizes, given.GetRequiredValue(Rounds));
        var chart = Path.GetFullPath(given.GetRequiredValue(Chart));
        Directory.CreateDirectory(Path.GetDirectoryName(chart)!);
        await File.WriteAllTextAsync(chart, GrowthChart.Draw(run.PanelsOf(sizes)));
        Console.WriteLine($"drawn in {chart}");
    }
}
