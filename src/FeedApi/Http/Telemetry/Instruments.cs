using System.Diagnostics.Metrics;

namespace FeedApi.Http.Telemetry;

/// <summary>Common definitions of all instruments.</summary>
internal static class Instruments
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "FeedApi";

    /// <summary>The names of all sources of spans; each room has its own.</summary>
    public const string ActivitySources = "FeedApi.*";

    /// <summary>
    /// Maximum number of feeds and of readers with time series of their own: the top ones, to bound the cardinality of labels.
    /// </summary>
    public const int MaxSeries = 20;

    /// <summary>Makes a measurement with one label.</summary>
    public static Measurement<T> Of<T>(T value, string label, string? name)
        where T : struct => new(value, new KeyValuePair<string, object?>(label, name));
}
