using FeedApi.Model;

namespace FeedApi.Content.Files;

/// <summary>The post files of the content folder at one moment.</summary>
/// <param name="Files">In no order.</param>
/// <param name="Problems">What looked like a post and was refused without being opened.</param>
/// <param name="UnreadFolders">Folders that could not be looked into, each with a slash at its end; empty text for
/// the content folder itself.</param>
internal sealed record PostFileListing(IReadOnlyList<PostFile> Files, IReadOnlyList<Problem> Problems, IReadOnlyList<string> UnreadFolders);
