using System.Runtime.InteropServices;

namespace FeedApi.Catalog;

/// <summary>Starts background threads that give way to all others of the process.</summary>
/// <remarks>
/// .NET ignores <see cref="ThreadPriority"/> on Linux, where each thread has a nice value of its own. With 10 a thread gets a tenth of a
/// processor that another thread wants, and all of one that nobody else does; who wakes up meanwhile runs at once.
/// </remarks>
internal static class LowPriorityThread
{
    private const int Nice = 10;
    private const int OfThread = 0;
    private const int Caller = 0;

    /// <summary>Starts a thread.</summary>
    /// <param name="name">Its name, for debuggers.</param>
    /// <param name="run">What it does until it ends.</param>
    public static Thread Start(string name, Action run)
    {
        var thread = new Thread(() =>
        {
            // Where that is not allowed, the thread only has no lower priority.
            if (OperatingSystem.IsLinux()) _ = NativeMethods.SetPriority(OfThread, Caller, Nice);
            run();
        })
        {
            Name = name,
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
        };
        thread.Start();
        return thread;
    }

    private static class NativeMethods
    {
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "setpriority")]
        public static extern int SetPriority(int which, int who, int priority);
    }
}
