using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Benchmarks.HttpServing;

/// <summary>What one run of a load program measured.</summary>
/// <param name="PerSecond">Requests in a second.</param>
/// <param name="P99Milliseconds">The time that 99 % of the answers did not exceed; not a number when the program does not say.</param>
/// <param name="CpuMicroseconds">What the server used for each request.</param>
/// <param name="Failures">Answers of 400 and above, and connections that failed.</param>
internal sealed record Load(double PerSecond, double P99Milliseconds, double CpuMicroseconds, long Failures);

/// <summary>Runs <c>wrk</c> and <c>h2load</c>, both of which keep 64 connections busy with one request at a time.</summary>
internal static partial class LoadPrograms
{
    private const string Connections = "64";

    /// <summary>Loads one address by wrk.</summary>
    /// <param name="server">The server.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="fields">Fields of each request in the form <c>Name: value</c>.</param>
    public static Load Wrk(WebServer server, string path, int seconds, params string[] fields) => Wrk(server, path, seconds, [], fields);

    /// <summary>Loads by wrk with a script that chooses the requests.</summary>
    public static Load WrkScript(WebServer server, string script, int seconds) => Wrk(server, "/", seconds, ["-s", script], []);

    /// <summary>Loads one address by h2load over HTTP/1.1.</summary>
    public static Load H2Load(WebServer server, string path, int seconds, params string[] fields)
    {
        var (text, cpu) = Run(
            server,
            "h2load",
            [
                "--h1", "-c", Connections, "-t", "1", "-D", Text(seconds),
                .. fields.SelectMany(field => new[] { "-H", field }), Url(server, path)
            ]);
        var done = Number(H2LoadRequests().Match(text).Groups[1].Value);
        var failed = H2LoadFailures().Match(text).Groups[1].Value;
        return new Load(Number(H2LoadRate().Match(text).Groups[1].Value), double.NaN, cpu / done, (long)Number(failed));
    }

    private static Load Wrk(WebServer server, string path, int seconds, string[] more, string[] fields)
    {
        string[] arguments =
        [
            "-t", "1", "-c", Connections, "-d", Text(seconds), "--timeout", "10", "--latency",
            .. more, .. fields.SelectMany(field => new[] { "-H", field }), Url(server, path)
        ];
        var (text, cpu) = Run(server, "wrk", arguments);
        var percentile = WrkPercentile().Match(text);
        var milliseconds = Number(percentile.Groups[1].Value) * (
            percentile.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1_000 });
        var failures = WrkFailures().Matches(text).Sum(match => (long)Number(match.Groups[1].Value));
        return new Load(
            Number(WrkRate().Match(text).Groups[1].Value), milliseconds, cpu / Number(WrkRequests().Match(text).Groups[1].Value), failures);
    }

    private static (string Text, double Cpu) Run(WebServer server, string program, string[] arguments)
    {
        var before = server.CpuMicroseconds;
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (text, server.CpuMicroseconds - before);
    }

    private static string Url(WebServer server, string path) => new Uri(server.Address, path).ToString();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)", RegexOptions.NonBacktracking)]
    private static partial Regex WrkRate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)", RegexOptions.NonBacktracking)]
    private static partial Regex WrkPercentile();

    [GeneratedRegex(@"(\d+) requests in", RegexOptions.NonBacktracking)]
    private static partial Regex WrkRequests();

    [GeneratedRegex(@"(?:Non-2xx or 3xx responses:|connect|read|write|timeout) (\d+)", RegexOptions.NonBacktracking)]
    private static partial Regex WrkFailures();

    [GeneratedRegex(@"finished in [^,]+, ([\d.]+) req/s", RegexOptions.NonBacktracking)]
    private static partial Regex H2LoadRate();

    [GeneratedRegex(@"(\d+) done", RegexOptions.NonBacktracking)]
    private static partial Regex H2LoadRequests();

    [GeneratedRegex(@"(\d+) failed", RegexOptions.NonBacktracking)]
    private static partial Regex H2LoadFailures();
}
