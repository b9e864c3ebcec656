using System.ComponentModel.DataAnnotations;

namespace FeedApi.Catalog;

/// <summary>The limits of a search: the settings section <c>Search</c>.</summary>
internal sealed record SearchOptions
{
    /// <summary>Maximum duration of one search; a longer one is cancelled with the response 503 <c>search-budget</c>.</summary>
    /// <value>Milliseconds. Default 250.</value>
    /// <remarks>Users notice longer searches, and many of them would occupy all processors.</remarks>
    [Range(1, 3_600_000)]
    public int BudgetMilliseconds { get; init; } = 250;
}
