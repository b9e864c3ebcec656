using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace FeedApi.Tests.Feeds.Validators;

/// <summary>A program that we did not write. Where it is not installed, the test is skipped.</summary>
internal static class ExternalTool
{
    /// <summary>Runs it and gives what it wrote; <paramref name="missing"/> says how to install it.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string program, IEnumerable<string> arguments, string missing)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start, missing);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo start, string missing)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip(missing);
            throw;
        }
    }
}
