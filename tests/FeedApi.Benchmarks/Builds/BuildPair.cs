using System.CommandLine;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.HttpServing;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds;

/// <summary>
/// An earlier build and a later one over one generated site, measured in turn: what else the machine does then hits both. The folder keeps
/// the site and both indexes for the next time.
/// </summary>
/// <param name="Old">The earlier build.</param>
/// <param name="New">The later one.</param>
internal sealed record BuildPair(ComparedBuild Old, ComparedBuild New)
{
    private static readonly Argument<string> Folder = new("FOLDER")
    {
        Description = "Keeps the site and the index of each build for the next time.",
    };

    private static readonly Option<int> Posts = new("--posts")
    {
        Description = "How many posts are generated when the folder has none.", HelpName = "N", DefaultValueFactory = _ => 100_000,
    };

    private static readonly Option<string> OldProgram = new("--old")
    {
        Description = "The feedapi.dll of the earlier build.", HelpName = "FILE", Required = true,
    };

    private static readonly Option<string> NewProgram = new("--new")
    {
        Description = "That of the later build; this build when it is not given.", HelpName = "FILE",
        DefaultValueFactory = _ => ServerOutput.OwnProgram,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often each build is measured.", HelpName = "N", DefaultValueFactory = _ => 5,
    };

    /// <summary>A command that measures two builds in turn.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="description">One line.</param>
    /// <param name="measureAsync">Measures a build once; the number is that of the round. Gives a figure for each of the names.</param>
    /// <param name="figures">The names of the figures, with their units.</param>
    public static Command CreateCommand(
        string name, string description, Func<ComparedBuild, int, Task<double[]>> measureAsync, params string[] figures)
    {
        var command = new Command(name, description) { Folder, Posts, OldProgram, NewProgram, Rounds };
        command.SetAction(async (given, _) =>
        {
            var pair = Of(given.GetRequiredValue(Folder), given.GetRequiredValue(OldProgram), given.GetRequiredValue(NewProgram));
            await pair.PrepareAsync(given.GetRequiredValue(Posts));
            await pair.CompareAsync(given.GetRequiredValue(Rounds), measureAsync, figures);
            return 0;
        });
        return command;
    }

    private static BuildPair Of(string folder, string oldProgram, string newProgram)
    {
        var content = Path.Combine(folder, "content");
        return new BuildPair(
            new ComparedBuild("old", oldProgram, content, Path.Combine(folder, "old")),
            new ComparedBuild("new", newProgram, content, Path.Combine(folder, "new")));
    }

    private async Task PrepareAsync(int posts)
    {
        if (!Directory.Exists(Old.Content)) new Corpus().WriteTo(Old.Content, posts);
        await Old.IndexAsync();
        await New.IndexAsync();
    }

    private async Task CompareAsync(int rounds, Func<ComparedBuild, int, Task<double[]>> measureAsync, string[] figures)
    {
        List<(double[] Old, double[] New)> measured = [];
        for (var round = 0; round < rounds; round++)
        {
            var ofOld = await measureAsync(Old, 2 * round);
            var ofNew = await measureAsync(New, (2 * round) + 1);
            measured.Add((ofOld, ofNew));
            for (var i = 0; i < figures.Length; i++) Print($"round {round + 1}, {figures[i]}", ofOld[i], ofNew[i], ofNew[i] / ofOld[i]);
        }

        for (var i = 0; i < figures.Length; i++)
        {
            Print(
                $"medians, {figures[i]}",
                measured.Select(each => each.Old[i]).Median(),
                measured.Select(each => each.New[i]).Median(),
                measured.Select(each => each.New[i] / each.Old[i]).Median());
        }
    }

    private static void Print(string figure, double old, double @new, double ratio) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{figure,-48} old {old,9:0.0}   new {@new,9:0.0}   new/old {ratio:0.00}"));
}
