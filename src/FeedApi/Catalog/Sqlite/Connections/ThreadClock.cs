using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// The processor time of the calling thread: the same work takes the same time on a busy machine. Elsewhere than on Linux it is the time
/// that has passed.
/// </summary>
internal class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadTime = 3;

    /// <summary>Time that the thread has used until now; only differences on one thread have a meaning.</summary>
    public virtual TimeSpan Used =>
        OperatingSystem.IsLinux() && NativeMethods.GetTime(ThreadTime, out var used) == 0
            ? new TimeSpan((used.Seconds * TimeSpan.TicksPerSecond) + (used.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : Stopwatch.GetElapsedTime(0);

    private static class NativeMethods
    {
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "clock_gettime")]
        public static extern int GetTime(int clock, out TimeSpec time);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
