using System.Diagnostics;
using System.Globalization;
using FeedApi.Reliability.Faults;
using FeedApi.Reliability.Sites;

namespace FeedApi.Reliability.Limits;

/// <summary>Starts a server with fewer descriptors than the runtime opens files: it must say so in one line, and end.</summary>
internal static class TooFewDescriptors
{
    private const int Descriptors = 256;
    private const int InvalidSetting = 2;

    /// <summary>Runs it once.</summary>
    public static async Task RunAsync(int number, FaultReport report)
    {
        using var site = new FaultSite("limits", Dialect.Jekyll);
        string[] arguments =
        [
            string.Create(CultureInfo.InvariantCulture, $"--nofile={Descriptors}:{Descriptors}"), "dotnet",
            Path.Combine(AppContext.BaseDirectory, "feedapi.dll"),
            "--content", site.Content, "--data", site.Data, "--urls", "http://127.0.0.1:0",
        ];
        using var server = Process.Start(
            new ProcessStartInfo("prlimit", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        server.OutputDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        var errors = await server.StandardError.ReadToEndAsync();
        await server.WaitForExitAsync();
        var saysSo = errors.Contains("open files", StringComparison.Ordinal) && errors.TrimEnd().Split('\n').Length == 1;
        if (server.ExitCode != InvalidSetting || !saysSo)
            report.Add(number, $"with {Descriptors} descriptors it ends with {server.ExitCode} and says \"{errors}\"");
        report.CountFired();
        Console.WriteLine($"{Descriptors} descriptors: {errors.TrimEnd()}");
    }
}
