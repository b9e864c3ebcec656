using System.Diagnostics.Metrics;

namespace FeedApi.Http.Telemetry;

/// <summary>
/// The name of an instrument in Prometheus, as OpenTelemetry translates it: <c>feedapi.index.size</c> in <c>By</c> is
/// <c>feedapi_index_size_bytes</c>.
/// </summary>
internal static class PrometheusName
{
    /// <summary>The name with its unit, and <c>_total</c> for a counter.</summary>
    public static string Of(Instrument instrument, bool isCounter)
    {
        var name = OfLabel(instrument.Name);
        var unit = instrument.Unit switch { "By" => "_bytes", "s" => "_seconds", "1" => "_ratio", _ => "" };
        if (!name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        return isCounter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    /// <summary>The name of a label.</summary>
    public static string OfLabel(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_'));
}
