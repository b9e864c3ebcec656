using FeedApi.Site.Files;

namespace FeedApi.Content.Files;

/// <summary>
/// Notices that the content folder, or a folder that it is reached through, was replaced, and that a link to a folder inside it leads
/// elsewhere: of that the system tells nothing when the link itself is outside, in a hidden folder or one above.
/// </summary>
/// <param name="contentFolder">The content folder, as it was configured.</param>
/// <param name="files">Knows the links inside it.</param>
internal sealed class WatchedLinks(string contentFolder, PostFiles files)
{
    private readonly Dictionary<string, string?> reported = new(StringComparer.Ordinal);
    private string? folder = RegularFile.IdentityOf(contentFolder);

    /// <summary>True once after another folder has taken the place of the content folder; false while there is none.</summary>
    public bool TakeReplaced()
    {
        var identity = RegularFile.IdentityOf(contentFolder);
        if (identity is null || identity == folder) return false;
        folder = identity;
        return true;
    }

    /// <summary>True once after a link inside the folder has begun to lead elsewhere than when the last scan met it.</summary>
    public bool TakeMoved()
    {
        var hasMoved = false;
        foreach (var (link, scanned) in files.FolderLinks)
        {
            var identity = RegularFile.IdentityOf(Path.Combine(contentFolder, link));
            if (identity == scanned) reported.Remove(link);
            else if (!reported.TryGetValue(link, out var last) || last != identity)
            {
                reported[link] = identity;
                hasMoved = true;
            }
        }

        return hasMoved;
    }
}
