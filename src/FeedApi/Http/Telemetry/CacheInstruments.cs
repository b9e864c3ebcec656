using System.Diagnostics.Metrics;
using FeedApi.Http.Documents;

namespace FeedApi.Http.Telemetry;

/// <summary>The metrics of the document cache.</summary>
internal sealed class CacheInstruments : IInstruments
{
    /// <summary>Creates the instruments.</summary>
    public CacheInstruments(IMeterFactory meters, DocumentCache cache)
    {
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableCounter(
            "feedapi.cache.requests",
            () => new[] { Instruments.Of(cache.Measure().Hits, "result", "hit"), Instruments.Of(cache.Measure().Misses, "result", "miss") },
            "{request}",
            "Lookups of documents in the cache.");
        meter.CreateObservableCounter(
            "feedapi.cache.evictions", () => cache.Measure().Evictions, "{document}", "Documents evicted from the cache.");
        meter.CreateObservableGauge("feedapi.cache.documents", () => cache.Measure().Count, "{document}", "Documents in the cache.");
        meter.CreateObservableGauge("feedapi.cache.size", () => cache.Measure().SizeBytes, "By", "Memory of the documents in the cache.");
    }
}
