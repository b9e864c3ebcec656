using FeedApi.Model;

namespace FeedApi.Rendering;

/// <summary>The result of rendering one post.</summary>
/// <param name="Article">The article; null when the post is rejected.</param>
/// <param name="Problems">Faults found while rendering.</param>
internal sealed record ArticleRendering(Article? Article, IReadOnlyList<Problem> Problems);
