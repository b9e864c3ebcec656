using FeedApi.Model;

namespace FeedApi.Queries;

/// <summary>Knows the terms that queries name.</summary>
internal interface ITermLookup
{
    /// <summary>A term by any spelling of its slug or name; null when no article and no data file has ever named it.</summary>
    /// <remarks>
    /// The answer's <see cref="TermSummary.Slug"/> is the canonical one: callers redirect when it differs from what was asked.
    /// </remarks>
    ValueTask<TermSummary?> FindTermAsync(TermKind kind, string slug, CancellationToken cancellationToken);

    /// <summary>All terms of a kind, by slug (ordinal). Those without articles are listed only if they are in <c>_data</c>.</summary>
    ValueTask<IReadOnlyList<TermSummary>> ListTermsAsync(TermKind kind, CancellationToken cancellationToken);
}
