using System.Diagnostics.Metrics;
using FeedApi.Catalog;
using FeedApi.Catalog.Outlines;
using FeedApi.Http.Telemetry;

namespace FeedApi.Publishing;

/// <summary>The metrics of the index: damage that was undone, and articles that are rendered later.</summary>
internal sealed class IndexInstruments : IInstruments
{
    /// <summary>Creates the instruments.</summary>
    public IndexInstruments(IMeterFactory meters, IIndexDamage damage, OutlinedArticles outlines)
    {
        var meter = meters.Create(Instruments.MeterName);
        meter.CreateObservableGauge(
            "feedapi.articles.unrendered",
            () => outlines.Count,
            "{article}",
            "Articles still to be rendered after a first scan: searches do not find them yet.");
        meter.CreateObservableCounter(
            "feedapi.index.repaired_pages",
            () => damage.RepairedPages,
            "{page}",
            "Pages of the index of which a flipped bit was undone, since the start.");
    }
}
