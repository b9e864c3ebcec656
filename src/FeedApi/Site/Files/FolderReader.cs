using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Text;

namespace FeedApi.Site.Files;

/// <summary>An entry of a folder.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its type; that of a link is <see cref="FileKind.Link"/>, whatever it leads to.</param>
internal readonly record struct FolderEntry(string Name, FileKind Kind);

/// <summary>
/// Reads the entries of a folder one by one. Other than .NET's enumeration it never takes an error for the end of the folder, nor a link
/// whose target cannot be examined for a file.
/// </summary>
internal static class FolderReader
{
    // struct dirent of Linux, 64 bits: inode, offset, length (16 bits), type (8 bits), name. Equal in glibc and musl.
    private const int TypeAt = 18;
    private const int NameAt = 19;

    /// <summary>The entries, in the order of the file system.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder at the path.</exception>
    /// <exception cref="UnreadableException">The folder, or the rest of it, cannot be read.</exception>
    public static IEnumerable<FolderEntry> Read(string fullPath) =>
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? ReadBySystem(fullPath) : ReadPortably(fullPath);

    private static IEnumerable<FolderEntry> ReadBySystem(string fullPath)
    {
        var folder = NativeMethods.OpenFolder(Encoding.UTF8.GetBytes(fullPath + '\0'));
        if (folder == 0) throw FaultOf(fullPath, Marshal.GetLastPInvokeError());
        try
        {
            while (NativeMethods.ReadEntry(folder) is var entry)
            {
                if (entry == 0)
                {
                    // Zero at the end of the folder.
                    var error = Marshal.GetLastPInvokeError();
                    if (error != 0) throw FaultOf(fullPath, error);
                    break;
                }

                var name = Marshal.PtrToStringUTF8(entry + NameAt)!;
                if (name is not ("." or "..")) yield return new FolderEntry(name, KindOf(fullPath, name, Marshal.ReadByte(entry, TypeAt)));
            }
        }
        finally
        {
            _ = NativeMethods.CloseFolder(folder);
        }
    }

    // Some file systems do not tell the type.
    private static FileKind KindOf(string folder, string name, byte type) => type switch
    {
        0 => RegularFile.Look(Path.Combine(folder, name), followsLinks: false).Kind,
        4 => FileKind.Folder,
        8 => FileKind.Regular,
        10 => FileKind.Link,
        _ => FileKind.Other,
    };

    private static IOException FaultOf(string fullPath, int error) =>
        FileError.IsGone(error) ? new DirectoryNotFoundException(fullPath) : new UnreadableException(fullPath, error);

    private static IEnumerable<FolderEntry> ReadPortably(string fullPath)
    {
        var options = new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false };
        try
        {
            return
            [
                .. new FileSystemEnumerable<FolderEntry>(
                    fullPath,
                    static (ref FileSystemEntry entry) => new FolderEntry(
                        entry.FileName.ToString(),
                        entry.Attributes.HasFlag(FileAttributes.ReparsePoint) ? FileKind.Link
                            : entry.IsDirectory ? FileKind.Folder : FileKind.Regular),
                    options),
            ];
        }
        catch (Exception failure) when (failure is not DirectoryNotFoundException and (IOException or UnauthorizedAccessException))
        {
            throw FaultOf(fullPath, FileError.Of(failure));
        }
    }

    private static class NativeMethods
    {
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "opendir", SetLastError = true)]
        public static extern nint OpenFolder(byte[] path);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "readdir", SetLastError = true)]
        public static extern nint ReadEntry(nint folder);

        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "closedir")]
        public static extern int CloseFolder(nint folder);
    }
}
