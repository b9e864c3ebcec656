using System.Diagnostics;
using System.Globalization;

namespace FeedApi.Reliability.Attack;

/// <summary>Attacks with slowhttptest (Debian): a thousand connections that take their time.</summary>
internal static class SlowHttp
{
    private const int Connections = 1_000;
    private const int ConnectionsPerSecond = 500;

    /// <summary>An attack of one of its kinds.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="path">What it asks for.</param>
    /// <param name="options">The kind, and how slow it is.</param>
    public static Attack Attack(string name, string path, params string[] options) =>
        new(name, (target, end) => RunAsync(new Uri(target.Http1, path), options, end));

    // It ends early when every connection was cut; then the next thousand come.
    private static async Task<string> RunAsync(Uri target, string[] options, CancellationToken end)
    {
        var (rounds, last) = (0, "");
        while (!end.IsCancellationRequested)
        {
            rounds++;
            last = await RunOnceAsync(target, options, end);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{rounds} times {Connections} connections, the last: {last}");
    }

    private static async Task<string> RunOnceAsync(Uri target, string[] options, CancellationToken end)
    {
        string[] arguments =
        [
            .. options, "-c", Text(Connections), "-r", Text(ConnectionsPerSecond),
            "-l", "600", "-p", "5", "-u", target.ToString(), "-v", "1"
        ];
        using var process = Process.Start(new ProcessStartInfo("nice", ["-n", "19", "slowhttptest", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        var heard = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            using var interrupt = Process.Start("kill", ["-INT", Text(process.Id)]);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return StatusIn(await heard + await errors);
    }

    // It tells its state every few seconds, in colours: the last lines of each kind stand.
    private static string StatusIn(string heard)
    {
        string[] kinds = ["connected:", "closed:", "error:", "service available:", "Exit status:"];
        var lines = heard.Split('\n').Select(line =>
            string.Concat(line.Split('\e').Select((part, i) => i == 0 ? part : part[(part.IndexOf('m', StringComparison.Ordinal) + 1)..]))
                .Trim()).ToList();
        var found = kinds.Select(kind => lines.LastOrDefault(line => line.StartsWith(kind, StringComparison.Ordinal))).OfType<string>();
        return string.Join(", ", found.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
