namespace FeedApi.Content.Files;

/// <summary>Detects folders whose changes, made by other machines or by a program, may raise no event on this system.</summary>
internal static class RemoteFolder
{
    // The names that the C library and .NET use. FUSE programs may or may not report changes, so they are treated as remote.
    private static readonly HashSet<string> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        "9p", "v9fs", "afs", "ceph", "cifs", "coda", "fuse", "fuseblk", "gfs", "gfs2", "glusterfs",
        "gpfs", "ibrix", "lustre", "ncp", "ncpfs", "nfs", "nfs4", "nfsd", "ocfs2", "panfs",
        "prl_fs", "smb", "smb2", "smb3", "smbfs", "vboxfs", "vboxsf", "virtiofs", "vmhgfs",
    };

    /// <summary>The name of the file system when its changes may go unnoticed; null when each change raises an event.</summary>
    public static string? FormatOf(string folder)
    {
        try
        {
            var drive = new DriveInfo(Path.GetFullPath(folder));
            return drive.DriveType == DriveType.Network || IsRemote(drive.DriveFormat) ? drive.DriveFormat : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>True for the name of a file system whose changes may go unnoticed.</summary>
    public static bool IsRemote(string format) =>
        Formats.Contains(format) || format.StartsWith("fuse.", StringComparison.OrdinalIgnoreCase);
}
