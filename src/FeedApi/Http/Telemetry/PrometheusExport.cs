using System.Diagnostics.Metrics;
using System.Globalization;
using Prometheus;

namespace FeedApi.Http.Telemetry;

/// <summary>Exports this server's meters and .NET's runtime meter in the Prometheus text format.</summary>
/// <remarks>
/// Each collection starts with an empty registry, so that a feed which is no longer among the top ones disappears. prometheus-net's own
/// adapter keeps such series for minutes and exports counters as gauges; OpenTelemetry's exporter is a preview, and cannot distinguish
/// the meters of two servers in one process.
/// </remarks>
internal sealed class PrometheusExport : IDisposable
{
    private const string RuntimeMeter = "System.Runtime";

    private readonly IInstruments[] parts;
    private readonly MeterListener listener = new();
    private readonly SemaphoreSlim collecting = new(1, 1);
    private MetricFactory series = Metrics.WithCustomRegistry(Metrics.NewCustomRegistry());

    /// <summary>Listens to the meters of a factory.</summary>
    public PrometheusExport(IMeterFactory meters, IEnumerable<IInstruments> parts)
    {
        this.parts = [.. parts];
        listener.InstrumentPublished = (instrument, _) =>
        {
            var isOurs = instrument.Meter.Name == RuntimeMeter
                || (instrument.Meter.Name == Instruments.MeterName && ReferenceEquals(instrument.Meter.Scope, meters));
            if (isOurs && instrument.IsObservable) listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Collects all metrics and returns the text in UTF-8.</summary>
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        await collecting.WaitAsync(cancellationToken);
        try
        {
            foreach (var part in parts) await part.RefreshAsync(cancellationToken);
            var registry = Metrics.NewCustomRegistry();
            series = Metrics.WithCustomRegistry(registry);
            listener.RecordObservableInstruments();
            using var text = new MemoryStream();
            await registry.CollectAndExportAsTextAsync(text, cancellationToken);
            return text.ToArray();
        }
        finally
        {
            collecting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        collecting.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (names, values) = (new string[tags.Length], new string[tags.Length]);
        for (var i = 0; i < tags.Length; i++)
        {
            names[i] = PrometheusName.OfLabel(tags[i].Key);
            values[i] = Convert.ToString(tags[i].Value, CultureInfo.InvariantCulture) ?? "";
        }

        var isCounter = IsCounter(instrument);
        var name = PrometheusName.Of(instrument, isCounter);
        var help = instrument.Description ?? "";
        if (isCounter) series.CreateCounter(name, help, names).WithLabels(values).IncTo(value);
        else series.CreateGauge(name, help, names).WithLabels(values).Set(value);
    }

    private static bool IsCounter(Instrument instrument) =>
        instrument is ObservableCounter<long> or ObservableCounter<int> or ObservableCounter<double>;
}
