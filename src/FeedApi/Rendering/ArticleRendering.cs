using FeedApi.Model;

namespace FeedApi.Rendering;

/// <summary>The result of rendering one post.</summary>
/// <param name="Article">The article; null when the post is rejected.</param>
/// <param name="Problems">Faults found while rendering.</param>
/// <param name="NameGuid">The guid by the file's name, for when another article has the guid of this one; null without an article.</param>
internal sealed record ArticleRendering(Article? Article, IReadOnlyList<Problem> Problems, string? NameGuid = null)
{
    /// <summary>Paths in the content folder at which files may appear that the post refers to and that are missing.</summary>
    public IReadOnlyList<string> AwaitedFiles { get; init; } = [];

    /// <summary>True when it has no article because a file that the post shows, includes or refers to cannot be read at present.</summary>
    public bool IsUnreadable { get; init; }
}
