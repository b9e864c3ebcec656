using System.Globalization;
using System.Runtime.InteropServices;

namespace FeedApi.Http.Hosting;

/// <summary>How many files and connections the process may have open at a time.</summary>
/// <remarks>
/// The runtime keeps each of some 200 assemblies open, and where it can open nothing more no thread starts either: a start fails with
/// whatever is tried first, and a server that serves ends at once ("Out of memory.").
/// </remarks>
internal static class OpenFileLimit
{
    /// <summary>With fewer the server may not start, or serves few clients at a time.</summary>
    public const int Needed = 1_024;

    // A start opens some 270, and more for a moment.
    private const int Least = 512;

    // Some 270 after a start, what is open while files are read, and connections that are refused but not closed yet.
    private const int Reserved = 640;
    private const int LinuxOpenFiles = 7;

    private static long Soft => OperatingSystem.IsLinux() && Read(LinuxOpenFiles, out var limit) == 0
        ? (long)Math.Min(limit.Soft, long.MaxValue)
        : long.MaxValue;

    /// <summary>As many connections as wanted, or as descriptors are left for.</summary>
    public static long ConnectionsFor(long wanted) => Math.Min(wanted, Math.Max(1, Soft - Reserved));

    /// <summary>Why the server does not start at all; null when there are enough to begin with.</summary>
    public static string? Refusal => Soft < Least ? Sentence : null;

    /// <summary>What a start that failed for want of descriptors should say; null when there were enough.</summary>
    public static string? Explain(Exception failure) => Soft < Needed ? $"{Sentence} {failure.GetBaseException().Message}" : null;

    private static string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"The server cannot start with at most {Soft} open files (ulimit -n, LimitNOFILE): it needs {Needed}.");

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int resource, out Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
