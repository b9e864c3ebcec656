namespace FeedApi.Reliability;

/// <summary>Fault programs look for wrong responses: on a busy machine too, no search may be given up for its time.</summary>
internal static class PatientSearch
{
    /// <summary>The options of a server.</summary>
    public static string[] Options { get; } = ["--Search:BudgetMilliseconds", "600000", "--Search:WaitMilliseconds", "600000"];
}
