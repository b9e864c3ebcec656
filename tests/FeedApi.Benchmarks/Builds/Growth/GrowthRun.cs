using FeedApi.Benchmarks.Builds.Trials;

namespace FeedApi.Benchmarks.Builds.Growth;

/// <summary>Measures one build on sites of several sizes. What the logs have already is not measured again.</summary>
/// <param name="folder">Has a folder for each size.</param>
/// <param name="program">Path of the <c>feedapi.dll</c>.</param>
internal sealed class GrowthRun(string folder, string program)
{
    private static readonly IReadOnlyList<ITrial> Trials = [new ColdTrial(), new LoadedMemoryTrial(), new SaveTrial()];

    /// <summary>Measures whatever is missing in the first so many rounds.</summary>
    public async Task MeasureAsync(IReadOnlyList<int> sizes, int rounds)
    {
        foreach (var posts in sizes)
        {
            var (build, log) = Open(posts);
            build.Site.Prepare();
            Console.WriteLine($"{posts} posts, {build.Version}");
            var run = new CompareRun([build], log, [.. Trials.SelectMany(trial => trial.Figures)], [build.Name]);
            await run.MeasureAsync(Trials, rounds);
        }
    }

    /// <summary>The panels of the chart of some sizes.</summary>
    public IReadOnlyList<GrowthPanel> PanelsOf(IReadOnlyList<int> sizes)
    {
        var logs = sizes.ToDictionary(posts => posts, posts => Open(posts).Log);
        return
        [
            new("cold start, seconds", [LineOf("every feed right", ColdTrial.Ready), LineOf("searches complete", ColdTrial.Whole)]),
            new("memory, MB", [LineOf("peak of a cold start", ColdTrial.Peak), LineOf("after 60 s of load", LoadedMemoryTrial.Memory)]),
            new("from save to feed, ms", [LineOf("p50", SaveTrial.P50), LineOf("p99", SaveTrial.P99)]),
        ];

        GrowthLine LineOf(string name, string figure) => new(
            name,
            [
                .. from each in logs
                   let median = each.Value.MedianOf(figure, Subjects.New)
                   where median is not null
                   select new GrowthPoint(each.Key, median.Value),
            ]);
    }

    private (ComparedBuild Build, MeasurementLog Log) Open(int posts)
    {
        var build = new ComparedBuild(Subjects.New, program, new GeneratedSite(folder, posts));
        return (build, new MeasurementLog(Path.Combine(build.Site.Folder, $"{build.Id}.jsonl")));
    }
}
