namespace FeedApi.Content;

/// <summary>A post file as the file system shows it, before it is read.</summary>
/// <param name="Path">Relative to the content folder, with <c>/</c> between its parts.</param>
/// <param name="SizeBytes">Length of the file.</param>
/// <param name="ModifiedTicks">Last write time, UTC, in 100 ns ticks: the finest that .NET reads.</param>
public readonly record struct PostFile(string Path, long SizeBytes, long ModifiedTicks);

/// <summary>What tells that a file is still the one that was read: size and time first, content hash to decide.</summary>
/// <param name="File">Path, size and time when it was read.</param>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex; empty when it could not be read.</param>
public readonly record struct SourceStamp(PostFile File, string Hash);

/// <summary>What reading one file came to.</summary>
/// <param name="Stamp">What was read.</param>
/// <param name="Post">The parsed post; null when it must be held back.</param>
/// <param name="Problems">Every fault found, in order of place.</param>
/// <param name="IsChanging">True when the file is no longer the one that was seen before: what was read may be half of it.</param>
public sealed record PostReading(SourceStamp Stamp, Post? Post, IReadOnlyList<Problem> Problems, bool IsChanging = false);
