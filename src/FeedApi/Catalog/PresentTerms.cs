using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog;

/// <summary>
/// The terms and sections of the current revision, for lookups before a snapshot is opened: parsing queries, and redirects.
/// </summary>
internal sealed class PresentTerms(IArticleReader reader) : ITermLookup
{
    /// <inheritdoc/>
    public ValueTask<TermSummary?> FindTermAsync(TermKind kind, string slug, CancellationToken cancellationToken) =>
        reader.ReadAsync(snapshot => snapshot.FindTermAsync(kind, slug, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TermSummary>> ListTermsAsync(TermKind kind, CancellationToken cancellationToken) =>
        reader.ReadAsync(snapshot => snapshot.ListTermsAsync(kind, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListSectionsAsync(CancellationToken cancellationToken) =>
        reader.ReadAsync(snapshot => snapshot.ListSectionsAsync(cancellationToken), cancellationToken);
}
