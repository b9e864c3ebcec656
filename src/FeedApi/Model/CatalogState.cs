namespace FeedApi.Model;

/// <summary>The state of the whole catalog after a commit.</summary>
/// <param name="Revision">Increases by one with every change set.</param>
/// <param name="Sequence">The last sequence number of the change log.</param>
/// <param name="ArticleCount">Number of published articles.</param>
/// <param name="ChangedAt">When the last change was committed, UTC, whole seconds.</param>
/// <param name="Fingerprint">The site fingerprint of the last complete scan; null before the first one, empty while sources are read under
/// other settings.</param>
/// <param name="Generation">A random number, the same as long as the change log goes on: an index that was deleted or damaged, and made
/// anew, has another one.</param>
internal sealed record CatalogState(
    long Revision, long Sequence, long ArticleCount, DateTimeOffset ChangedAt, string? Fingerprint, long Generation);
