using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;

namespace FeedApi.Reliability.Starve;

/// <summary>
/// Measures what cold category feeds, hot feeds and plain lists take while clients ask for slow searches and facets, against the same
/// without those clients in the same run of the server: <c>starve N</c>. The builds take turns.
/// </summary>
internal sealed class StarveRun(StarvePlan plan, string content, string data)
{
    private const int MaxShown = 20;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromSeconds(4);

    private readonly TimeSpan settling = plan.Time < LongestSettling ? plan.Time : LongestSettling;

    /// <summary>Runs; what it generates is written below the temporary folder and removed.</summary>
    /// <returns>0 when every answer was documented and the last build kept the limit.</returns>
    public static async Task<int> RunAsync(StarvePlan plan, string? content, string? data, int posts)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-starve-").FullName;
        try
        {
            if (content is null) new Corpus().WriteTo(content = Path.Combine(root, "content"), posts);
            return await new StarveRun(plan, content, data ?? Path.Combine(root, "data")).RunAsync();
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private async Task<int> RunAsync()
    {
        StarveTable[] tables = [.. plan.Programs.Select(_ => new StarveTable())];
        var wrong = 0;
        for (var round = 0; round < plan.Rounds; round++)
        {
            for (var build = 0; build < plan.Programs.Count; build++) wrong += await MeasureAsync(round, build, tables[build]);
        }

        for (var build = 0; build < plan.Programs.Count; build++)
        {
            Console.WriteLine($"{plan.Programs[build]}: {plan.Rounds} rounds, {plan.Attackers} attackers: p50 / p99 / max in ms");
            Console.Write(tables[build].ToText());
        }

        var keeps = tables[^1].WorstRatio <= plan.MaxRatio;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"starve {plan.Rounds} --seed {plan.Seed}: {wrong} wrong, p99 at most {tables[^1].WorstRatio:0.0} of {plan.MaxRatio} times: "
                + $"{(keeps && wrong == 0 ? "passed" : "FAILED")}"));
        return keeps && wrong == 0 ? 0 : 1;
    }

    // After a start the folder is compared with the index, which would count as slowness without attackers.
    private static async Task UntilIdleAsync(ServerProcess server)
    {
        using var process = Process.GetProcessById(server.Id);
        for (var wait = Stopwatch.StartNew(); wait.Elapsed < LongestStart;)
        {
            var before = process.TotalProcessorTime;
            await Task.Delay(IdleTime);
            process.Refresh();
            if (process.TotalProcessorTime - before < IdleTime / 20) return;
        }
    }

    // The number of answers that are not documented.
    private async Task<int> MeasureAsync(int round, int build, StarveTable table)
    {
        var index = Path.Combine(data, build.ToString(CultureInfo.InvariantCulture));
        using var server = ServerProcess.StartBuild(plan.Programs[build], content, index, "--Logging:LogLevel:FeedApi", "Error");
        await server.UntilWholeAsync();
        await server.UntilAsync("/api/v1/articles", body => body.Contains("\"id\"", StringComparison.Ordinal));
        var seed = (plan.Seed * 10_007) + round;
        var site = await StarveSite.ReadAsync(server.Client, new Random(seed));
        using var clients = new MeasuredClients(server.Address);
        using (var warming = SearchAttack.Start(server.Address, 1, seed))
        {
            await clients.MeasureAsync(site.Kinds(), settling);
            await warming.StopAsync();
        }

        await clients.MeasureAsync(site.Kinds(), settling);
        await UntilIdleAsync(server);
        var quiet = await clients.MeasureAsync(site.Kinds(), plan.Time);
        using var attack = SearchAttack.Start(server.Address, plan.Attackers, seed + 1);
        await clients.MeasureAsync(site.Kinds(), settling);
        var attacked = await clients.MeasureAsync(site.Kinds(), plan.Time);
        var answers = await attack.StopAsync();
        var code = await server.StopAsync();
        table.Add(quiet, attacked);
        Console.WriteLine($"round {round}, {plan.Programs[build]}: attackers got {answers}");
        foreach (var error in clients.Errors.Take(MaxShown)) Console.WriteLine($"FAULT {error.Value}x {error.Key}");
        return clients.Errors.Values.Sum() + answers.Wrong.Count() + (code == 0 ? 0 : 1) + (answers.Total == 0 ? 1 : 0);
    }
}
