namespace FeedApi.Model;

/// <summary>Identifies the version of a file: size and time for a quick comparison, the content hash for an exact one.</summary>
/// <param name="File">Path, size and modification time at the time of reading.</param>
/// <param name="Hash">SHA-256 of the bytes in lower-case hex; empty when the file could not be read.</param>
internal readonly record struct SourceStamp(PostFile File, string Hash);
