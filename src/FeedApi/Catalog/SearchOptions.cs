using System.ComponentModel.DataAnnotations;

namespace FeedApi.Catalog;

/// <summary>
/// The limits of searches and of what costs as much, such as facets and counts of filtered lists: the settings section <c>Search</c>.
/// </summary>
internal sealed record SearchOptions
{
    /// <summary>
    /// Maximum processor time of one search; one that needs more is cancelled with the response 503 <c>search-budget</c>.
    /// </summary>
    /// <value>Milliseconds. Default 250.</value>
    /// <remarks>Users notice longer searches. Processor time, because a busy machine is not the fault of a search.</remarks>
    [Range(1, 3_600_000)]
    public int BudgetMilliseconds { get; init; } = 250;

    /// <summary>
    /// Maximum processor time of the searches that one waits for, or a fifth of the time on the clock; then it is refused with the response
    /// 503 <c>search-busy</c>.
    /// </summary>
    /// <value>Milliseconds. Default 1000.</value>
    [Range(1, 3_600_000)]
    public int WaitMilliseconds { get; init; } = 1_000;

    /// <summary>Maximum number of searches that wait; more are refused at once with the response 503 <c>search-busy</c>.</summary>
    /// <value>Searches. Default 64.</value>
    [Range(1, 100_000)]
    public int MaxWaiting { get; init; } = 64;

    /// <summary>
    /// Searches that run at a time; 0: half as many as there are processors, but at least one. The other processors remain for feeds, lists
    /// and articles.
    /// </summary>
    /// <value>Searches. Default 0.</value>
    [Range(0, 1_000)]
    public int Concurrency { get; init; }

    /// <summary>The number of threads for searches.</summary>
    internal int Threads => Concurrency > 0 ? Concurrency : Math.Max(1, Environment.ProcessorCount / 2);
}
