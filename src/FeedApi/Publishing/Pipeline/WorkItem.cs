using FeedApi.Model;

namespace FeedApi.Publishing.Pipeline;

/// <summary>One file to read.</summary>
/// <param name="File">The file as it was last seen.</param>
/// <param name="IsForced">True: render and commit it even if its bytes are unchanged.</param>
internal readonly record struct WorkItem(PostFile File, bool IsForced);
