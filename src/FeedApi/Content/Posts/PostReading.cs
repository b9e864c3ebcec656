using FeedApi.Model;
using FeedApi.Site.Files;

namespace FeedApi.Content.Posts;

/// <summary>The result of reading one file.</summary>
/// <param name="Stamp">Path, size, time and hash of what was read.</param>
/// <param name="Post">The parsed post; null when it is rejected.</param>
/// <param name="Problems">Every fault found, by line and column.</param>
/// <param name="IsChanging">True when the file has changed since it was listed: what was read may be incomplete.</param>
internal sealed record PostReading(SourceStamp Stamp, Post? Post, IReadOnlyList<Problem> Problems, bool IsChanging = false)
{
    /// <summary>Why the file could not be read; null when it could.</summary>
    public UnreadableException? Fault { get; init; }

    /// <summary>For whoever asks for what another file says: a file that cannot be read is not one that says nothing.</summary>
    /// <exception cref="UnreadableException">The file could not be read.</exception>
    public void ThrowIfUnreadable()
    {
        if (Fault is { } fault) throw new UnreadableException(fault.FullPath, fault.Error);
    }
}
