using System.Diagnostics.Metrics;
using FeedApi.Http.Limits;
using FeedApi.Http.Traffic;

namespace FeedApi.Http.Telemetry;

/// <summary>The metrics of requests and rate limits.</summary>
internal sealed class TrafficInstruments : IInstruments
{
    /// <summary>Creates the instruments.</summary>
    public TrafficInstruments(IMeterFactory meters, RequestCounts counts, RequestLimits limits)
    {
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableCounter(
            "feedapi.http.requests",
            () => counts.List().Select(MeasurementOf),
            "{request}",
            "Responses by kind of request and status; 304 means that the reader's copy is current.");
        meter.CreateObservableCounter(
            "feedapi.http.rate_limited",
            () => limits.Refused.Select(each => Instruments.Of(each.Count, "policy", each.Policy)),
            "{request}",
            "Requests refused with 429, by policy.");
        meter.CreateObservableGauge(
            "feedapi.http.rate_limit.buckets", () => limits.BucketCount, "{bucket}", "Token buckets that are not full, of 100,000.");
    }

    private static Measurement<long> MeasurementOf((string Kind, int Status, long Count) answers) =>
        new(
            answers.Count,
            new KeyValuePair<string, object?>("kind", answers.Kind),
            new KeyValuePair<string, object?>("status", answers.Status));
}
