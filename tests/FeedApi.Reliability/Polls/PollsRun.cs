using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Attack;
using FeedApi.Reliability.Soak;
using FeedApi.Tests.Hosting;

namespace FeedApi.Reliability.Polls;

/// <summary>
/// Holds the load of very many readers while posts are written, edited, deleted and broken, and attacks run if wanted:
/// <c>polls SECONDS</c>. Ends with 1 when a poll failed, or the times exceeded their limit.
/// </summary>
internal static class PollsRun
{
    private const int MaxShown = 20;
    private static readonly TimeSpan LongestAttack = TimeSpan.FromSeconds(10);

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(PollsPlan plan)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-polls-").FullName;
        try
        {
            var content = Path.Combine(root, "content");
            var posts = new SoakPosts(content, plan.Seed);
            posts.Fill(plan.Posts);
            using var port = new HeldPort();
            using var server = ServerProcess.Start(content, Path.Combine(root, "data"), "--Http2:Urls", port.Url);
            await server.UntilWholeAsync();
            using var readers = new PollingReaders(server.Address, plan);
            await readers.WarmAsync();
            var attacks = await PollAsync(plan, readers, posts, new Target(server.Address, new Uri(port.Url)));
            var code = await server.StopAsync();
            return Conclude(plan, readers, posts, attacks, code);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<SoakAttacks> PollAsync(PollsPlan plan, PollingReaders readers, SoakPosts posts, Target target)
    {
        using var end = new CancellationTokenSource();
        var attacks = new SoakAttacks(target, plan.Seed);
        var writing = Task.Run(() => posts.RunAsync(new SoakPause(), end.Token));
        var attacking = plan.IsAttacked ? Task.Run(() => AttackAsync(plan, attacks, end.Token)) : Task.CompletedTask;
        await Task.Run(() => readers.RunAsync(plan.Time));
        await end.CancelAsync();
        await Task.WhenAll(writing, attacking);
        return attacks;
    }

    private static async Task AttackAsync(PollsPlan plan, SoakAttacks attacks, CancellationToken end)
    {
        var each = TimeSpan.FromTicks(Math.Min(LongestAttack.Ticks, (plan.Time / 4).Ticks));
        while (!end.IsCancellationRequested) await attacks.RunNextAsync(each);
    }

    private static int Conclude(PollsPlan plan, PollingReaders readers, SoakPosts posts, SoakAttacks attacks, int code)
    {
        foreach (var each in readers.Wrong.Take(MaxShown)) Console.WriteLine($"FAULT {each.Value}x {each.Key}");
        foreach (var each in attacks.Wrong) Console.WriteLine($"FAULT {each}");
        var wrong = readers.Wrong.Values.Sum() + attacks.Wrong.Count + (code == 0 ? 0 : 1) + (posts.Updates == 0 ? 1 : 0);
        var passed = wrong == 0 && readers.Count > 0 && readers.P99 <= plan.MaxMilliseconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"polls {plan.Time.TotalSeconds:0} --readers {plan.Readers} --speed {plan.Speed} --seed {plan.Seed}: {readers}; "
                + $"{posts.Updates} updates, {attacks.Runs} attacks, {wrong} wrong: {(passed ? "passed" : "FAILED")}"));
        return passed ? 0 : 1;
    }
}
