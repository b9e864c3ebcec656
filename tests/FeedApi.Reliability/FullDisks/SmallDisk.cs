using System.Diagnostics;
using System.Globalization;

namespace FeedApi.Reliability.FullDisks;

/// <summary>A file system in memory that can be filled to a byte.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string path;

    private SmallDisk(string path) => this.path = path;

    private string Filler => Path.Combine(path, "filler");

    /// <summary>Mounts one.</summary>
    /// <exception cref="InvalidOperationException">It cannot be mounted: that takes root, or <c>unshare -rm</c>.</exception>
    public static SmallDisk Mount(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        if (Run("mount", "-t", "tmpfs", "-o", size, "tmpfs", path) != 0)
            throw new InvalidOperationException("A tmpfs cannot be mounted; run this as root, or with `unshare -rm`.");
        return new SmallDisk(path);
    }

    /// <summary>Leaves so many bytes free.</summary>
    public void FillTo(long freeBytes)
    {
        using var file = new FileStream(Filler, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Position = file.Length;
        var block = new byte[4_096];
        while (new DriveInfo(path).AvailableFreeSpace > freeBytes)
        {
            try
            {
                file.Write(block);
            }
            catch (IOException)
            {
                return;
            }
        }
    }

    /// <summary>Frees it.</summary>
    public void Free() => File.Delete(Filler);

    /// <inheritdoc/>
    public void Dispose() => _ = Run("umount", "-l", path);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
