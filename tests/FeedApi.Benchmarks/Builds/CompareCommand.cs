using System.CommandLine;
using FeedApi.Benchmarks.Builds.Trials;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Benchmarks.Builds;

/// <summary><c>compare OLD_WORKTREE</c>: an earlier build, this one and Hugo, figure by figure.</summary>
internal static class CompareCommand
{
    private static readonly IReadOnlyList<ITrial> Trials =
    [
        new ColdTrial(), new LoadedMemoryTrial(), new WarmTrial(), new SaveTrial(), new ListTrial(),
        new FeedTrial(125, items: 20, 0.95, 0.85, 0.7), new FeedTrial(54, items: 10, 1, 0.95, 0.85), new PhraseTrial(),
    ];

    private static readonly IReadOnlyList<ComparedFigure> Figures = [.. Trials.SelectMany(trial => trial.Figures)];

    private static readonly Argument<string> OldWorktree = new("OLD_WORKTREE")
    {
        Description = "A checkout of the earlier commit, built by dotnet build -c Release src/FeedApi.",
    };

    private static readonly Option<string> NewProgram = new("--new")
    {
        Description = "The feedapi.dll of the later build.",
        HelpName = "FILE",
        DefaultValueFactory = _ => ServerOutput.OwnProgram,
    };

    private static readonly Option<int> Posts = new("--posts")
    {
        Description = "How many posts the site has.",
        HelpName = "N",
        DefaultValueFactory = _ => 20_000,
    };

    private static readonly Option<string> Folder = new("--folder")
    {
        Description = "Keeps site, indexes and every measurement for the next time.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "feedapi-compare"),
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often each is measured, with earlier runs; 0 prints what they have measured.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<string[]> Only = Names(
        "--only", "Rows of the table, of", [.. Figures.SelectMany(figure => new[] { figure.Group, figure.Name }).Distinct()]);

    private static readonly Option<string[]> Without = Names("--without", "Who is not measured, of", Subjects.All);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        const string description = "An earlier build, this one and Hugo in turn, with targets; goes on where it was ended.";
        var command = new Command("compare", description) { OldWorktree, NewProgram, Posts, Folder, Rounds, Only, Without };
        command.SetAction((given, _) => RunAsync(given));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given)
    {
        var oldProgram = ProgramOf(given.GetRequiredValue(OldWorktree));
        var newProgram = Path.GetFullPath(given.GetRequiredValue(NewProgram));
        foreach (var missing in new[] { oldProgram, newProgram }.Where(program => !File.Exists(program)))
        {
            await Console.Error.WriteLineAsync($"{missing} is not there: build it first.");
            return 1;
        }

        var site = new GeneratedSite(given.GetRequiredValue(Folder), given.GetRequiredValue(Posts));
        var (old, @new) = (new ComparedBuild(Subjects.Old, oldProgram, site), new ComparedBuild(Subjects.New, newProgram, site));
        site.Prepare();
        var log = new MeasurementLog(Path.Combine(site.Folder, $"{old.Id}-{@new.Id}.jsonl"));
        var figures = FiguresOf(given.GetValue(Only) ?? []);
        var run = new CompareRun([old, @new], log, figures, [.. Subjects.All.Except(given.GetValue(Without) ?? [])]);
        await run.MeasureAsync(Trials, given.GetRequiredValue(Rounds));
        Console.WriteLine($"\n{site.Posts} posts; old is {old.Version}, new is {@new.Version}\n");
        new ComparisonTable(log, site.Posts).Print(figures);
        return 0;
    }

    private static List<ComparedFigure> FiguresOf(string[] names) => names.Length == 0
        ? [.. Figures]
        : [.. Figures.Where(figure => names.Contains(figure.Name) || names.Contains(figure.Group))];

    private static string ProgramOf(string worktree) =>
        Path.Combine(Path.GetFullPath(worktree), "src", "FeedApi", "bin", "Release", "net10.0", "feedapi.dll");

    // Several names in one argument, with commas between them.
    private static Option<string[]> Names(string option, string description, IReadOnlyList<string> names) => new(option)
    {
        Description = $"{description} {string.Join(", ", names)}.",
        HelpName = "NAME[,NAME]",
        CustomParser = result =>
        {
            string[] given = [.. result.Tokens.SelectMany(token => token.Value.Split(','))];
            foreach (var unknown in given.Except(names)) result.AddError($"{option}: there is no {unknown}.");
            return given;
        },
    };
}
