using System.Diagnostics;
using System.Globalization;
using FeedApi.Benchmarks.Servers;
using FeedApi.Reliability.Attack;
using FeedApi.Tests.Hosting;

namespace FeedApi.Reliability.Soak;

/// <summary>
/// Serves a site that changes at a hundred times the usual pace while attacks run in turn, and looks at memory, handles, answers and at
/// last at everything that is served: <c>soak --minutes M</c>. Ends with 1 when something grew, was not documented or differs.
/// </summary>
internal sealed class SoakRun(string root, TimeSpan time, int seed, SoakLimits limits) : IDisposable
{
    private const int Samples = 6;
    private const int MostLooks = 16;
    private const double SettledMegabytes = 0.3;
    private static readonly TimeSpan LongestAttack = TimeSpan.FromMinutes(1);

    private readonly Stopwatch clock = new();
    private readonly SoakPosts posts = new(Path.Combine(root, "content"), seed);
    private readonly List<SoakSample> samples = [];
    private readonly SoakPause pause = new();
    private readonly HeldPort http2 = new();
    private readonly HeldPort management = new();

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    public static async Task<int> RunAsync(TimeSpan time, int posts, int seed, SoakLimits limits)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-soak-").FullName;
        try
        {
            using var run = new SoakRun(root, time, seed, limits);
            return await run.RunAsync(posts);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http2.Dispose();
        management.Dispose();
    }

    private async Task<int> RunAsync(int count)
    {
        posts.Fill(count);
        using var server = ServerProcess.Start(
            Path.Combine(root, "content"),
            Path.Combine(root, "lived"),
            "--Http2:Urls", http2.Url, "--Management:Urls", management.Url, "--Logging:LogLevel:FeedApi", "Error");
        await server.UntilWholeAsync();
        using var clients = new SoakClients(server.Address, pause);
        var attacks = new SoakAttacks(new Target(server.Address, new Uri(http2.Url)), seed);
        using var end = new CancellationTokenSource();
        clients.Start();
        clock.Start();
        var writing = Task.Run(() => posts.RunAsync(pause, end.Token));
        var telling = Task.Run(() => TellAsync(server, clients, attacks, end.Token));
        while (clock.Elapsed < time || samples.Count < Samples) await AttackOrSampleAsync(server, attacks);
        await end.CancelAsync();
        await Task.WhenAll(writing, telling);
        await clients.StopAsync();
        posts.MendAll();
        var verdict = new SoakVerdict(samples, limits);
        verdict.Check(clients, attacks, posts, time);
        await SoakEnd.CompareAsync(server, root, posts.Count, verdict);
        return verdict.Conclude(time, seed);
    }

    // The server rests after each attack, and a sample is only taken then: a thousand open connections have memory of their own.
    private async Task AttackOrSampleAsync(ServerProcess server, SoakAttacks attacks)
    {
        var next = time * (samples.Count + 1) / Samples;
        var rest = time / 200;
        var attack = TimeSpan.FromTicks(Math.Min(LongestAttack.Ticks, (time / Samples / 3).Ticks));
        if (clock.Elapsed + attack + rest < next)
        {
            await attacks.RunNextAsync(attack);
            await Task.Delay(rest);
            return;
        }

        await Task.Delay(TimeSpan.FromTicks(Math.Max(rest.Ticks, (next - clock.Elapsed).Ticks)));
        pause.Begin();
        samples.Add(await SettledAsync(server, rest));
        pause.End();
        Console.WriteLine($"{Now} {samples[^1]}");
    }

    // The runtime lends buffers and keeps them for the next time: what must not grow is what is left of them. It gives back one of each
    // size at each collection, and none before it has rested for a minute
    // (https://github.com/dotnet/runtime/blob/v10.0.0/src/libraries/System.Private.CoreLib/src/System/Buffers/SharedArrayPool.cs).
    private async Task<SoakSample> SettledAsync(ServerProcess server, TimeSpan rest)
    {
        await Task.Delay(rest * 4);
        var least = await TakeAsync(server);
        for (var look = 1; look < MostLooks; look++)
        {
            await Task.Delay(rest / 3);
            var next = await TakeAsync(server);
            var isSettled = Math.Abs(least.OwnMegabytes - next.OwnMegabytes) < SettledMegabytes;
            if (next.OwnMegabytes < least.OwnMegabytes) least = next;
            if (isSettled && look > 2) return least;
        }

        return least;
    }

    private Task<SoakSample> TakeAsync(ServerProcess server) =>
        SoakSample.TakeAsync(server, new Uri(management.Url), clock.Elapsed.TotalMinutes);

    private async Task TellAsync(ServerProcess server, SoakClients clients, SoakAttacks attacks, CancellationToken end)
    {
        var every = TimeSpan.FromTicks(Math.Min(TimeSpan.TicksPerMinute, (time / 4).Ticks));
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(every, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested) return;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Now} attack {attacks.Current}: {posts.Updates} updates, {posts.Count} posts; {clients.TakeTimes()}; "
                    + $"{server.Megabytes:0} MB resident, {SoakSample.HandlesOf(server)} handles; {clients.Wrong.Values.Sum()} wrong"));
        }
    }

    private string Now => string.Create(CultureInfo.InvariantCulture, $"[{clock.Elapsed.TotalMinutes,5:0.0} min]");
}
