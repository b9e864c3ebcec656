namespace FeedApi.Content;

/// <summary>Every post file of the content folder at one moment.</summary>
/// <param name="Files">In no order.</param>
/// <param name="Problems">What looked like a post and was refused without being opened.</param>
public sealed record PostFileListing(IReadOnlyList<PostFile> Files, IReadOnlyList<Problem> Problems);
