using System.Runtime.InteropServices;

namespace FeedApi.Benchmarks.Searching;

/// <summary>The time that the processor has spent on this thread: what others do on the machine is no part of it.</summary>
internal static partial class ThreadTime
{
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadClock = 3;

    /// <summary>Time spent up to now.</summary>
    public static TimeSpan Now =>
        GetTime(ThreadClock, out var spent) == 0
            ? TimeSpan.FromSeconds(spent.Seconds) + TimeSpan.FromMicroseconds(spent.Nanoseconds / 1_000.0)
            : TimeSpan.Zero;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Spent spent);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Spent(long Seconds, long Nanoseconds);
}
