using System.Diagnostics.Metrics;
using FeedApi.Http.Telemetry;

namespace FeedApi.Api.Changes;

/// <summary>The metrics of streams of events.</summary>
internal sealed class EventInstruments : IInstruments
{
    /// <summary>Creates the instruments.</summary>
    public EventInstruments(IMeterFactory meters, EventStreams streams) => meters.Create(Instruments.MeterName)
        .CreateObservableGauge("feedapi.events.streams", () => streams.Count, "{stream}", "Streams of events that are open.");
}
