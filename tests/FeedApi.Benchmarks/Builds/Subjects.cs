namespace FeedApi.Benchmarks.Builds;

/// <summary>The names of those that are compared.</summary>
internal static class Subjects
{
    /// <summary>The earlier build.</summary>
    public const string Old = "old";

    /// <summary>The later build.</summary>
    public const string New = "new";

    /// <summary>Hugo, which builds the same feeds.</summary>
    public const string Hugo = "hugo";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Old, New, Hugo];
}
