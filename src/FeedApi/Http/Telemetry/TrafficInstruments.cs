using System.Diagnostics.Metrics;
using FeedApi.Http.Limits;
using FeedApi.Http.Traffic;

namespace FeedApi.Http.Telemetry;

/// <summary>Requests and limits in numbers.</summary>
internal sealed class TrafficInstruments : IInstruments
{
    /// <summary>Makes the instruments.</summary>
    public TrafficInstruments(IMeterFactory meters, RequestCounts counts, RequestLimits limits)
    {
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableCounter(
            "feedapi.http.requests",
            () => counts.List().Select(MeasurementOf),
            "{request}",
            "Answers by kind of address and status; 304 is a reader that has the feed.");
        meter.CreateObservableCounter(
            "feedapi.http.rate_limited",
            () => limits.Refused.Select(each => Instruments.Of(each.Count, "policy", each.Policy)),
            "{request}",
            "Requests refused with 429, by limit.");
        meter.CreateObservableGauge(
            "feedapi.http.rate_limit.buckets", () => limits.BucketCount, "{bucket}", "Buckets that are not full, of 100,000.");
    }

    private static Measurement<long> MeasurementOf((string Kind, int Status, long Count) answers) =>
        new(
            answers.Count,
            new KeyValuePair<string, object?>("kind", answers.Kind),
            new KeyValuePair<string, object?>("status", answers.Status));
}
