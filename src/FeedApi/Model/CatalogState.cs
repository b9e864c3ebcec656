namespace FeedApi.Model;

/// <summary>The catalog as a whole.</summary>
/// <param name="Revision">Rises by one with every change set.</param>
/// <param name="Sequence">The last sequence of the change log.</param>
/// <param name="ArticleCount">Published articles.</param>
/// <param name="ChangedAt">When the last change was committed, UTC, whole seconds.</param>
/// <param name="Fingerprint">The site fingerprint of the last complete scan; null before the first one.</param>
internal sealed record CatalogState(long Revision, long Sequence, long ArticleCount, DateTimeOffset ChangedAt, string? Fingerprint);
