using System.Diagnostics.Metrics;
using FeedApi.Catalog;
using FeedApi.Http.Telemetry;

namespace FeedApi.Publishing;

/// <summary>The metric of damage of the index that was undone.</summary>
internal sealed class IndexInstruments : IInstruments
{
    /// <summary>Creates the instrument.</summary>
    public IndexInstruments(IMeterFactory meters, IIndexDamage damage)
    {
        meters.Create(Instruments.MeterName).CreateObservableCounter(
            "feedapi.index.repaired_pages",
            () => damage.RepairedPages,
            "{page}",
            "Pages of the index of which a flipped bit was undone, since the start.");
    }
}
