using FeedApi.Model;

namespace FeedApi.Content.Posts;

/// <summary>What reading one file came to.</summary>
/// <param name="Stamp">What was read.</param>
/// <param name="Post">The parsed post; null when it must be held back.</param>
/// <param name="Problems">Every fault found, in order of place.</param>
/// <param name="IsChanging">True when the file is no longer the one that was seen before: what was read may be half of it.</param>
internal sealed record PostReading(SourceStamp Stamp, Post? Post, IReadOnlyList<Problem> Problems, bool IsChanging = false);
