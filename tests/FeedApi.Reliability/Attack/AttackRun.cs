using System.Globalization;
using FeedApi.Benchmarks.Corpora;
using FeedApi.Benchmarks.Servers;
using FeedApi.Tests.Hosting;

namespace FeedApi.Reliability.Attack;

/// <summary>
/// Attacks a server by slow requests and readers, by idle connections and by floods of h2 frames, while good clients go on, and tells how
/// they fared: <c>attack SECONDS [NAME...]</c>.
/// </summary>
/// <remarks>The attackers run on the same machine, with the lowest priority, since they are elsewhere in life.</remarks>
internal static class AttackRun
{
    private const int Posts = 300;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    private static readonly Attack[] Attacks =
    [
        new("nothing", async (_, end) =>
        {
            await end.WhenAsync();
            return "no attack";
        }),
        .. SlowConnections.Attacks,
        new("ranges", ManyRanges.RunAsync),
        new("idle", IdleConnections.RunAsync),
        .. Http2Flood.Attacks,
    ];

    /// <summary>The names of the attacks.</summary>
    public static IEnumerable<string> Names => Attacks.Select(attack => attack.Name);

    /// <summary>Runs; everything is written below the temporary folder and removed.</summary>
    /// <param name="time">How long each attack goes on.</param>
    /// <param name="names">Of the attacks; all of them when empty.</param>
    /// <param name="limits">What an attack may do at most.</param>
    /// <returns>0 when every good client was answered and the limits were kept.</returns>
    public static async Task<int> RunAsync(TimeSpan time, IReadOnlyCollection<string> names, AttackLimits limits)
    {
        var root = Directory.CreateTempSubdirectory("feedapi-attack-").FullName;
        try
        {
            var content = Path.Combine(root, "content");
            new Corpus().WriteTo(content, Posts);
            Directory.CreateDirectory(Path.Combine(content, "assets"));
            await File.WriteAllBytesAsync(Path.Combine(content, "assets", "file.bin"), new byte[1 << 20]);
            var failures = 0;
            foreach (var attack in Attacks.Where(attack => names.Count == 0 || names.Contains(attack.Name)))
            {
                if (!await StandsAsync(attack, time, limits, content, Path.Combine(root, "data"))) failures++;
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{failures} failed (p99 > {limits.Milliseconds} ms, an error, or {limits.Megabytes} MB more)"));
            return failures == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<bool> StandsAsync(Attack attack, TimeSpan time, AttackLimits limits, string content, string data)
    {
        // A port of 0 would not tell the listener of h2 from the other one.
        using var port = new HeldPort();
        var http2 = new Uri(port.Url);
        using var server = ServerProcess.Start(content, data, "--Http2:Urls", port.Url);
        await server.UntilWholeAsync();
        using var good = new GoodClients(server.Address, http2);
        good.Start();
        await Task.Delay(Quiet);
        good.Forget();
        var before = server.Megabytes;
        using var end = new CancellationTokenSource(time);
        var attacked = attack.RunAsync(new Target(server.Address, http2), end.Token);
        var most = before;
        while (!attacked.IsCompleted)
        {
            most = Math.Max(most, server.Megabytes);
            await Task.WhenAny(attacked, Task.Delay(TimeSpan.FromMilliseconds(100)));
        }

        var told = await attacked;
        await good.StopAsync();
        var code = await server.StopAsync();
        var keepsLimits = good.P99 <= limits.Milliseconds && most - before <= limits.Megabytes;
        var stands = keepsLimits && good.Errors == 0 && code == 0;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(stands ? "ok  " : "FAIL")} {attack.Name,-16} good clients: {good}; "
                + $"memory {before:0} MB, at most {most:0} MB; exit {code}; {told}"));
        return stands;
    }
}
