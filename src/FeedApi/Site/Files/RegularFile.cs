using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace FeedApi.Site.Files;

/// <summary>The type of a file system entry.</summary>
internal enum FileKind
{
    /// <summary>There is nothing at the path (ENOENT, ENOTDIR).</summary>
    Missing,

    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A pipe, socket or device, whose opening may block forever.</summary>
    Other,

    /// <summary>What is at the path, and whether anything is, cannot be found out: see <see cref="FileState.Error"/>.</summary>
    Unreadable,
}

/// <summary>Kind, size in bytes and modification time (UTC, ticks of 100 ns) of a file.</summary>
internal readonly record struct FileState(FileKind Kind, long SizeBytes, long ModifiedTicks)
{
    /// <summary>Why it is <see cref="FileKind.Unreadable"/>: see <see cref="FileError"/>; otherwise 0.</summary>
    public int Error { get; init; }

    /// <summary>What an error says of a path.</summary>
    public static FileState Of(int error) =>
        FileError.IsGone(error) ? default : new FileState(FileKind.Unreadable, 0, 0) { Error = error };
}

/// <summary>
/// Reads the state of files without opening them, and opens only regular ones. On Linux by system calls, because .NET cannot distinguish
/// a pipe from a file.
/// </summary>
internal static class RegularFile
{
    // Linux constants, equal on every architecture that .NET supports.
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7FF;
    private const int StatWords = 32;
    private const int ReadNonBlockingCloseOnExec = 0x800 | 0x80000;

    /// <summary>The state of a path.</summary>
    /// <param name="fullPath">Absolute path.</param>
    /// <param name="followsLinks">True: the state of a link's target; false: a link is a <see cref="FileKind.Link"/>.</param>
    public static FileState Look(string fullPath, bool followsLinks) =>
        OperatingSystem.IsLinux() ? Call(CurrentFolder, Utf8(fullPath), followsLinks ? 0 : NoFollow) : LookPortably(fullPath, followsLinks);

    /// <summary>True when there is a file at a path, or a link to one: not a folder.</summary>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static bool Exists(string fullPath) => KindOf(fullPath) is not (FileKind.Missing or FileKind.Folder);

    /// <summary>True when there is a folder at a path, or a link to one.</summary>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static bool FolderExists(string fullPath) => KindOf(fullPath) == FileKind.Folder;

    /// <summary>The path with all symbolic links resolved; null when the target does not exist or the links form a cycle.</summary>
    /// <exception cref="UnreadableException">It cannot be found out.</exception>
    public static string? RealPathOf(string fullPath)
    {
        if (OperatingSystem.IsWindows()) return Path.GetFullPath(fullPath);
        var resolved = new byte[4096 + 1];
        if (NativeMethods.RealPath(Utf8(fullPath), resolved) != 0)
            return Encoding.UTF8.GetString(resolved, 0, Array.IndexOf(resolved, (byte)0));
        var error = Marshal.GetLastPInvokeError();
        return FileError.IsGone(error) || FileError.IsImpossible(error) ? null : throw new UnreadableException(fullPath, error);
    }

    /// <summary>
    /// Identifies a folder even after another one has taken its name; null when it does not exist, or cannot be examined now.
    /// </summary>
    public static string? IdentityOf(string fullPath)
    {
        if (!OperatingSystem.IsLinux()) return Look(fullPath, followsLinks: true).Kind == FileKind.Folder ? RealPathOf(fullPath) : null;
        Span<ulong> answer = stackalloc ulong[StatWords];
        if (NativeMethods.StatX(CurrentFolder, Utf8(fullPath), 0, BasicFields, ref answer[0]) != 0) return null;
        // struct statx: inode at byte 32, device at 136.
        return FormattableString.Invariant($"{answer[17]}:{answer[4]}");
    }

    /// <summary>Opens a file for reading without blocking on a pipe; the caller checks the kind in <paramref name="state"/>.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="UnreadableException">The file is not readable.</exception>
    public static SafeFileHandle Open(string fullPath, out FileState state, out string realPath)
    {
        if (!OperatingSystem.IsLinux()) return OpenPortably(fullPath, out state, out realPath);
        var handle = new SafeFileHandle(NativeMethods.Open(Utf8(fullPath), ReadNonBlockingCloseOnExec), ownsHandle: true);
        if (handle.IsInvalid) throw FaultOf(fullPath, Marshal.GetLastPInvokeError());
        var descriptor = (int)handle.DangerousGetHandle();
        state = Call(descriptor, [0], EmptyPath);
        // A link may have been replaced since its state was read; the descriptor cannot be.
        var found = state.Kind == FileKind.Unreadable ? null : RealPathOf(descriptor);
        if (found is null)
        {
            var error = state.Kind == FileKind.Unreadable ? state.Error : Marshal.GetLastPInvokeError();
            handle.Dispose();
            throw new UnreadableException(fullPath, error);
        }

        realPath = found;
        return handle;
    }

    private static string? RealPathOf(int descriptor)
    {
        Span<byte> resolved = stackalloc byte[4096];
        var link = Encoding.ASCII.GetBytes(FormattableString.Invariant($"/proc/self/fd/{descriptor}\0"));
        var length = (int)NativeMethods.ReadLink(link, ref resolved[0], resolved.Length);
        return length < 0 ? null : Encoding.UTF8.GetString(resolved[..length]);
    }

    private static FileKind KindOf(string fullPath)
    {
        var state = Look(fullPath, followsLinks: true);
        if (state.Kind != FileKind.Unreadable) return state.Kind;
        return FileError.IsImpossible(state.Error) ? FileKind.Missing : throw new UnreadableException(fullPath, state.Error);
    }

    private static IOException FaultOf(string fullPath, int error) =>
        FileError.IsGone(error) ? new FileNotFoundException("There is no such file.", fullPath) : new UnreadableException(fullPath, error);

    private static FileState Call(int folder, byte[] path, int flags)
    {
        Span<ulong> answer = stackalloc ulong[StatWords];
        if (NativeMethods.StatX(folder, path, flags, BasicFields, ref answer[0]) != 0) return FileState.Of(Marshal.GetLastPInvokeError());
        // struct statx: mode at byte 28, size at 40, modification at 112 (seconds) and 120 (nanoseconds).
        var bytes = MemoryMarshal.AsBytes(answer);
        var kind = (MemoryMarshal.Read<ushort>(bytes[28..]) & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            _ => FileKind.Other,
        };
        var ticks = DateTime.UnixEpoch.Ticks
            + ((long)answer[14] * TimeSpan.TicksPerSecond)
            + (MemoryMarshal.Read<uint>(bytes[120..]) / 100);
        return new FileState(kind, (long)answer[5], ticks);
    }

    private static FileState LookPortably(string fullPath, bool followsLinks)
    {
        try
        {
            var isFolder = File.GetAttributes(fullPath).HasFlag(FileAttributes.Directory);
            FileSystemInfo found = isFolder ? new DirectoryInfo(fullPath) : new FileInfo(fullPath);
            if (found.LinkTarget is not null)
            {
                if (!followsLinks) return new FileState(FileKind.Link, 0, 0);
                var target = found.ResolveLinkTarget(returnFinalTarget: true);
                return target is null ? default : LookPortably(target.FullName, followsLinks);
            }

            if (found is not FileInfo file) return new FileState(FileKind.Folder, 0, found.LastWriteTimeUtc.Ticks);
            var kind = file.Attributes.HasFlag(FileAttributes.Device) ? FileKind.Other : FileKind.Regular;
            return new FileState(kind, file.Length, file.LastWriteTimeUtc.Ticks);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return FileState.Of(FileError.Of(failure));
        }
    }

    private static SafeFileHandle OpenPortably(string fullPath, out FileState state, out string realPath)
    {
        state = LookPortably(fullPath, followsLinks: true);
        if (state.Kind == FileKind.Unreadable) throw new UnreadableException(fullPath, state.Error);
        realPath = RealPathOf(fullPath) ?? "";
        return File.OpenHandle(fullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    private static byte[] Utf8(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static class NativeMethods
    {
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
        public static extern int StatX(int folder, byte[] path, int flags, uint mask, ref ulong answer);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "open", SetLastError = true)]
        public static extern int Open(byte[] path, int flags);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "realpath", SetLastError = true)]
        public static extern nint RealPath(byte[] path, byte[] resolved);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "readlink", SetLastError = true)]
        public static extern nint ReadLink(byte[] path, ref byte resolved, nint length);
    }
}
