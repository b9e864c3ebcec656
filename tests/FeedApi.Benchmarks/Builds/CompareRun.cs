using System.Globalization;
using FeedApi.Benchmarks.Builds.Trials;

namespace FeedApi.Benchmarks.Builds;

/// <summary>
/// Measures two builds and Hugo in turn, round by round: what else the machine does then hits all of them. What the log has already is not
/// measured again.
/// </summary>
/// <param name="builds">The old build and the new one.</param>
/// <param name="log">Where all values go.</param>
/// <param name="figures">The figures that are wanted.</param>
/// <param name="subjects">Who is measured.</param>
internal sealed class CompareRun(
    IReadOnlyList<ComparedBuild> builds, MeasurementLog log, IReadOnlyList<ComparedFigure> figures, IReadOnlyCollection<string> subjects)
{
    /// <summary>Measures whatever is missing in the first so many rounds.</summary>
    public async Task MeasureAsync(IReadOnlyList<ITrial> trials, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var trial in trials) await MeasureAsync(trial, round);
        }
    }

    private async Task MeasureAsync(ITrial trial, int round)
    {
        var wanted = trial.Figures.Where(figures.Contains).ToList();
        for (var i = 0; i < builds.Count; i++)
        {
            var (build, number) = (builds[i], (round * builds.Count) + i);
            await MeasureAsync(build.Name, round, wanted, () => trial.MeasureAsync(build, number));
        }

        await MeasureAsync(
            Subjects.Hugo, round, wanted.Where(figure => figure.IsOfHugo), () => HugoBuild.MeasureAsync(builds[0].Site));
    }

    private async Task MeasureAsync(
        string subject, int round, IEnumerable<ComparedFigure> wanted, Func<Task<IReadOnlyDictionary<string, double>>> measureAsync)
    {
        if (!subjects.Contains(subject) || wanted.All(figure => log.Has(figure.Name, subject, round))) return;
        var values = await measureAsync();
        log.Add(subject, round, values);
        var text = string.Join(", ", values.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} {each.Value:0.###}")));
        Console.WriteLine($"round {round + 1}, {subject}: {text}");
    }
}
