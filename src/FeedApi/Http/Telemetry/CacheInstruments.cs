using System.Diagnostics.Metrics;
using FeedApi.Http.Documents;

namespace FeedApi.Http.Telemetry;

/// <summary>The document cache in numbers.</summary>
internal sealed class CacheInstruments : IInstruments
{
    /// <summary>Makes the instruments.</summary>
    public CacheInstruments(IMeterFactory meters, DocumentCache cache)
    {
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableCounter(
            "feedapi.cache.requests",
            () => new[] { Instruments.Of(cache.Measure().Hits, "result", "hit"), Instruments.Of(cache.Measure().Misses, "result", "miss") },
            "{request}",
            "Documents that were asked of the cache.");
        meter.CreateObservableCounter(
            "feedapi.cache.evictions", () => cache.Measure().Evictions, "{document}", "Documents that gave way to others.");
        meter.CreateObservableGauge("feedapi.cache.documents", () => cache.Measure().Count, "{document}", "Documents in the cache.");
        meter.CreateObservableGauge("feedapi.cache.size", () => cache.Measure().SizeBytes, "By", "Memory of the documents in the cache.");
    }
}
