using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FeedApi.Site.Nodes;

namespace FeedApi.Site.Files;

/// <summary>
/// The files of a folder with a special meaning, such as <c>_data</c>. Symbolic links are ignored, as in Jekyll, and so are the hidden and
/// backup files of editors.
/// </summary>
internal static class SiteFolderFiles
{
    /// <summary>Maximum number of files of a folder; further ones are ignored.</summary>
    public const int MaxFiles = 5_000;

    /// <summary>Maximum number of bytes of a folder that are hashed.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    private const int MaxDepth = 16;

    /// <summary>Paths relative to the content folder, with <c>/</c> as separator, in ordinal order.</summary>
    /// <exception cref="UnreadableException">The folder, or one in it, cannot be read.</exception>
    public static IReadOnlyList<string> List(string contentFolder, string folder)
    {
        var root = Path.Combine(contentFolder, folder);
        var state = RegularFile.Look(root, followsLinks: false);
        if (state.Kind == FileKind.Unreadable) throw new UnreadableException(root, state.Error);
        if (state.Kind != FileKind.Folder) return [];
        return [.. FolderTree.FilesBelow(root, skipsHidden: false, followsLinks: false, MaxDepth).Take(MaxFiles)
            .Select(path => Path.GetRelativePath(contentFolder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !IsOfEditor(path.AsSpan(folder.Length)))
            .Order(StringComparer.Ordinal)];
    }

    private static bool IsOfEditor(ReadOnlySpan<char> path) => path.Contains("/.", StringComparison.Ordinal) || path.EndsWith('~');

    /// <summary>
    /// A hash (SHA-256, hex) of the names and contents in a folder; of files beyond the limits, of their sizes and times instead.
    /// </summary>
    public static string HashOf(string contentFolder, string folder)
    {
        var text = new StringBuilder();
        var bytesLeft = MaxBytes;
        foreach (var path in List(contentFolder, folder))
        {
            var state = SiteFile.Look(contentFolder, path);
            text.Append(CultureInfo.InvariantCulture, $"{path}:{state.SizeBytes}:");
            bytesLeft -= state.SizeBytes;
            if (bytesLeft < 0 || SiteFile.ReadBytes(contentFolder, path, YamlLimits.Site.Chars) is not { } bytes)
                text.Append(state.ModifiedTicks);
            else text.Append(Convert.ToHexString(SHA256.HashData(bytes)));
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
