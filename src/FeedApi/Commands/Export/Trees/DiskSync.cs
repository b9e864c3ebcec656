using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace FeedApi.Commands.Export.Trees;

/// <summary>Waits until what was written is on the disk, where a failure of the power cannot take it.</summary>
internal static class DiskSync
{
    private const int ReadOnly = 0;

    /// <summary>Everything on the disk of a folder.</summary>
    /// <exception cref="IOException">Something could not be written: since Linux 5.8 the system tells it here.</exception>
    public static void Everything(string folder) => Call(folder, isWholeDisk: true);

    /// <summary>The names in a folder.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    public static void Folder(string folder) => Call(folder, isWholeDisk: false);

    private static void Call(string folder, bool isWholeDisk)
    {
        // Elsewhere files are written through by the system within half a minute.
        if (!OperatingSystem.IsLinux()) return;
        var descriptor = Native.Open(Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (descriptor < 0) throw Failure(folder);
        try
        {
            if ((isWholeDisk ? Native.SyncFileSystem(descriptor) : Native.Sync(descriptor)) != 0) throw Failure(folder);
        }
        finally
        {
            _ = Native.Close(descriptor);
        }
    }

    private static IOException Failure(string folder)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{folder} could not be written to the disk: {new Win32Exception(error).Message}");
    }

    private static class Native
    {
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        internal static extern int Open(byte[] path, int flags);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "syncfs", SetLastError = true)]
        internal static extern int SyncFileSystem(int descriptor);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
        internal static extern int Sync(int descriptor);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "close")]
        internal static extern int Close(int descriptor);
    }
}
