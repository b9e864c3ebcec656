namespace FeedApi.Benchmarks.Builds.Trials;

/// <summary>One way to measure a build, which gives one figure or several.</summary>
internal interface ITrial
{
    /// <summary>The rows of the table that it gives. It may measure more, which is kept in the file of all measurements.</summary>
    IReadOnlyList<ComparedFigure> Figures { get; }

    /// <summary>Measures a build once.</summary>
    /// <param name="build">The build.</param>
    /// <param name="number">Another one each time that builds of the same site are measured, so that what is added to it is new.</param>
    /// <returns>A value for the name of each figure.</returns>
    Task<IReadOnlyDictionary<string, double>> MeasureAsync(ComparedBuild build, int number);
}
