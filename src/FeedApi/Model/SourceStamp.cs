namespace FeedApi.Model;

/// <summary>What tells that a file is still the one that was read: size and time first, content hash to decide.</summary>
/// <param name="File">Path, size and time when it was read.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex; empty when it could not be read.</param>
internal readonly record struct SourceStamp(PostFile File, string Hash);
