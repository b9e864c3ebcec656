using FeedApi.Model;

namespace FeedApi.Content.Files;

/// <summary>The post files of the content folder at one moment.</summary>
/// <param name="Files">In no particular order.</param>
/// <param name="Problems">Paths that look like posts and were rejected without being opened.</param>
/// <param name="UnreadFolders">Folders that could not be read, each with a trailing slash; an empty string for
/// the content folder itself.</param>
internal sealed record PostFileListing(IReadOnlyList<PostFile> Files, IReadOnlyList<Problem> Problems, IReadOnlyList<string> UnreadFolders);
