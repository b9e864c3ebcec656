using FeedApi.Model;

namespace FeedApi.Content.Posts;

/// <summary>The result of reading one file.</summary>
/// <param name="Stamp">Path, size, time and hash of what was read.</param>
/// <param name="Post">The parsed post; null when it is rejected.</param>
/// <param name="Problems">Every fault found, by line and column.</param>
/// <param name="IsChanging">True when the file has changed since it was listed: what was read may be incomplete.</param>
internal sealed record PostReading(SourceStamp Stamp, Post? Post, IReadOnlyList<Problem> Problems, bool IsChanging = false);
