namespace FeedApi.Benchmarks.Builds.Growth;

/// <summary>A linear scale from 0, with round numbers to label: twice as much is twice as long.</summary>
internal readonly record struct ChartScale
{
    private const int MaxTicks = 5;

    private readonly double length;
    private readonly double step;

    /// <summary>A scale up to the first round number that no value exceeds.</summary>
    /// <param name="max">The largest value.</param>
    /// <param name="length">How long the scale is drawn.</param>
    public ChartScale(double max, double length)
    {
        this.length = length;
        step = StepFor(max);
        End = Math.Ceiling(max / step) * step;
    }

    /// <summary>The last number of the scale.</summary>
    public double End { get; }

    /// <summary>The numbers to label, from 0.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (var i = 0; i * step <= End; i++) yield return i * step;
        }
    }

    /// <summary>How far from 0 a value is drawn.</summary>
    public double At(double value) => value / End * length;

    // One, two or five times a power of ten, so that there are few of them.
    private static double StepFor(double max)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(max)) - 1);
        foreach (var factor in new[] { 1.0, 2, 5, 10, 20 })
        {
            if (max <= MaxTicks * factor * power) return factor * power;
        }

        return 50 * power;
    }
}
