namespace FeedApi.Benchmarks.Builds.Growth;

/// <summary>One of the small charts that stand side by side.</summary>
/// <param name="Title">What its lines are of, with the unit.</param>
/// <param name="Lines">At most two.</param>
internal sealed record GrowthPanel(string Title, IReadOnlyList<GrowthLine> Lines);

/// <summary>One line.</summary>
/// <param name="Name">How it is called in the chart.</param>
/// <param name="Points">By size.</param>
internal sealed record GrowthLine(string Name, IReadOnlyList<GrowthPoint> Points);

/// <summary>One measured value.</summary>
/// <param name="Posts">The size of the site.</param>
/// <param name="Value">In the unit of the panel.</param>
internal readonly record struct GrowthPoint(int Posts, double Value);
