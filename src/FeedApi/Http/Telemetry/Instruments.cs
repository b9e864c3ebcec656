using System.Diagnostics.Metrics;

namespace FeedApi.Http.Telemetry;

/// <summary>What the instruments of all rooms share.</summary>
internal static class Instruments
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "FeedApi";

    /// <summary>
    /// Feeds and readers that are told by name, the first by each measure; more would be more series than anybody looks at.
    /// </summary>
    public const int MaxSeries = 20;

    /// <summary>A measurement with one label.</summary>
    public static Measurement<T> Of<T>(T value, string label, string? name)
        where T : struct => new(value, new KeyValuePair<string, object?>(label, name));
}
