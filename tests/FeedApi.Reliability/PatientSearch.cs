namespace FeedApi.Reliability;

/// <summary>What a fault program looks for are wrong responses: however busy the machine is, no search may be given up for its time.</summary>
internal static class PatientSearch
{
    /// <summary>The options of a server.</summary>
    public static string[] Options { get; } = ["--Search:BudgetMilliseconds", "600000"];
}
