using System.ComponentModel.DataAnnotations;

namespace FeedApi.Catalog;

/// <summary>How much a search may cost.</summary>
internal sealed record SearchOptions
{
    /// <summary>How long one search may take; a longer one is given up and answered with 503 <c>search-budget</c>.</summary>
    /// <value>Milliseconds. Default 250.</value>
    /// <remarks>What is longer is felt, and many such searches would take all processors.</remarks>
    [Range(1, 3_600_000)]
    public int BudgetMilliseconds { get; init; } = 250;
}
