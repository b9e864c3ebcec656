using System.Diagnostics;

namespace FeedApi.Reliability.Disks;

/// <summary>Runs programs of the system.</summary>
internal static class Shell
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>Its exit code; -1 when there is no such program.</returns>
    public static async Task<int> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Start(program, arguments);
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    /// <summary>Starts a program, whose output nobody reads.</summary>
    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Throws when a program is missing.</summary>
    public static async Task RequireAsync(string program, string package)
    {
        if (await RunAsync(program, "--version") < 0) throw new InvalidOperationException($"Install {package}: {program} is missing.");
    }
}
