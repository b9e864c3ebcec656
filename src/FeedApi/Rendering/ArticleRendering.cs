using FeedApi.Model;

namespace FeedApi.Rendering;

/// <summary>What rendering one post came to.</summary>
/// <param name="Article">The article; null when the post must be held back.</param>
/// <param name="Problems">Faults found while rendering.</param>
internal sealed record ArticleRendering(Article? Article, IReadOnlyList<Problem> Problems);
