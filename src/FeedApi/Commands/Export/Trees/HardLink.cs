using System.Runtime.InteropServices;
using System.Text;

namespace FeedApi.Commands.Export.Trees;

/// <summary>A second name of a file.</summary>
internal static class HardLink
{
    /// <summary>Makes the name; on a file system without such names, a copy.</summary>
    /// <exception cref="IOException">There is such a file, or it cannot be made.</exception>
    public static void Create(string existing, string path)
    {
        if (OperatingSystem.IsWindows() || Native.Link(BytesOf(existing), BytesOf(path)) != 0) File.Copy(existing, path);
    }

    private static byte[] BytesOf(string path) => Encoding.UTF8.GetBytes(path + "\0");

    private static class Native
    {
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "link")]
        internal static extern int Link(byte[] existing, byte[] path);
    }
}
