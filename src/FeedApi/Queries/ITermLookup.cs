using FeedApi.Model;

namespace FeedApi.Queries;

/// <summary>Looks up the terms and sections that queries refer to.</summary>
internal interface ITermLookup
{
    /// <summary>Returns a term by any spelling of its slug or name; null when no article and no data file has ever named it.</summary>
    /// <remarks>
    /// The returned <see cref="TermSummary.Slug"/> is canonical: callers redirect when it differs from the requested one.
    /// </remarks>
    ValueTask<TermSummary?> FindTermAsync(TermKind kind, string slug, CancellationToken cancellationToken);

    /// <summary>Returns all terms of a kind, by slug (ordinal); terms without articles only if they are in <c>_data</c>.</summary>
    ValueTask<IReadOnlyList<TermSummary>> ListTermsAsync(TermKind kind, CancellationToken cancellationToken);

    /// <summary>Returns the keys of all sections that have articles, ordinal order.</summary>
    ValueTask<IReadOnlyList<string>> ListSectionsAsync(CancellationToken cancellationToken);
}
