using System.Runtime.InteropServices;
using System.Text;
using FeedApi.Commands.Localization;

namespace FeedApi.Commands.Export.Trees;

/// <summary>A symbolic link to a folder that can be turned to another one.</summary>
internal static class SymbolicLink
{
    /// <summary>The target as written; null when there is no link.</summary>
    public static string? TargetOf(string path) => new DirectoryInfo(path).LinkTarget;

    /// <summary>Turns the link to another folder: at every moment it leads to the one or to the other.</summary>
    /// <param name="path">The link, which is made if need be.</param>
    /// <param name="target">As it is to be written.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    public static void Turn(string path, string target)
    {
        var next = path + ".new";
        if (TargetOf(next) is not null) File.Delete(next);
        Directory.CreateSymbolicLink(next, target);
        if (OperatingSystem.IsWindows())
        {
            // There is no such replacement of a link there.
            if (TargetOf(path) is not null) Directory.Delete(path);
            Directory.Move(next, path);
        }
        else if (Native.Rename(BytesOf(next), BytesOf(path)) != 0)
        {
            throw new IOException(Localized.Text($"{path} cannot be made to lead to {target}"));
        }
    }

    private static byte[] BytesOf(string path) => Encoding.UTF8.GetBytes(path + "\0");

    private static class Native
    {
        // File.Move does not find a link that leads to a folder.
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        [DllImport("libc", EntryPoint = "rename")]
        internal static extern int Rename(byte[] from, byte[] to);
    }
}
