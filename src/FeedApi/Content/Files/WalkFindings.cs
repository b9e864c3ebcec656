using FeedApi.Model;
using FeedApi.Site.Files;

namespace FeedApi.Content.Files;

/// <summary>What a walk through the content folder found beside posts.</summary>
internal sealed class WalkFindings
{
    // Each is examined twice a second.
    private const int MaxLinks = 500;

    /// <summary>The message for a path that is neither a regular file nor a link to one inside the content folder.</summary>
    public const string NotRegular = "This is not a regular file inside the content folder.";

    private readonly List<Problem> problems = [];
    private readonly List<string> unreadFolders = [];
    private readonly List<string> draftFolders = [];
    private readonly Dictionary<string, string?> links = new(StringComparer.Ordinal);

    /// <summary>Paths that look like posts and were rejected, and what cannot be read.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>Folders that could not be read, each with a trailing slash; an empty string for the content folder itself.</summary>
    public IReadOnlyList<string> UnreadFolders => unreadFolders;

    /// <summary>
    /// Links to folders, relative to the content folder, each with the identity of the folder (<see cref="RegularFile.IdentityOf"/>) to
    /// which it led when it was met.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Links => links;

    /// <summary>The folders called <c>_drafts</c>, relative to the content folder; they are not entered unless drafts are shown.</summary>
    public IReadOnlyList<string> DraftFolders => draftFolders;

    /// <summary>The problem of a path that is not read.</summary>
    public static Problem Refusal(string code, string path, string message) =>
        new(code, ProblemSeverity.Error, path, null, null, message, "It is not read.");

    /// <summary>The problem of a path that cannot be read at present.</summary>
    /// <param name="path">Relative to the content folder.</param>
    /// <param name="error">Why: see <see cref="FileError"/>.</param>
    /// <param name="kind">What it is.</param>
    public static Problem Unreadable(string path, int error, string kind = "file") =>
        Refusal(ProblemCodes.Unreadable, path, $"The {kind} cannot be read ({FileError.NameOf(error)}).");

    /// <summary>Notes a path that is not read.</summary>
    public void Refuse(string code, string path, string message) => problems.Add(Refusal(code, path, message));

    /// <summary>Notes a file that cannot be read.</summary>
    public void AddUnreadable(string path, int error) => problems.Add(Unreadable(path, error));

    /// <summary>Notes a link to a folder, before what is in the folder is read.</summary>
    public void AddLink(string path, string? identity)
    {
        if (links.Count < MaxLinks) links[path] = identity;
    }

    /// <summary>Notes a folder of drafts.</summary>
    public void AddDraftFolder(string path) => draftFolders.Add(path);

    /// <summary>Notes a folder that cannot be read, or not to its end: what is below it is neither there nor gone.</summary>
    /// <param name="path">With a trailing slash; empty for the content folder.</param>
    /// <param name="error">Why: see <see cref="FileError"/>.</param>
    public void LeaveUnread(string path, int error)
    {
        if (unreadFolders.Contains(path)) return;
        unreadFolders.Add(path);
        problems.Add(Unreadable(path.Length == 0 ? "." : path.TrimEnd('/'), error, "folder"));
    }
}
