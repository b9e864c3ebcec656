using System.Globalization;
using OpenTelemetry.Metrics;

namespace FeedApi.Http.Telemetry;

/// <summary>
/// Sends the metrics at intervals. Not OpenTelemetry's own loop: some values are read from the index, which instruments cannot wait for.
/// </summary>
internal sealed class OtlpMetricsLoop(
    BaseExportingMetricReader reader, IEnumerable<IInstruments> parts, IConfiguration configuration, TimeProvider time)
    : BackgroundService
{
    // The name and default of OpenTelemetry's specification.
    private const string IntervalVariable = "OTEL_METRIC_EXPORT_INTERVAL";

    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(IntervalIn(configuration), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var part in parts) await part.RefreshAsync(stoppingToken);
            // A collector that is down costs these values and nothing else.
            reader.Collect();
        }
    }

    private static TimeSpan IntervalIn(IConfiguration configuration) =>
        int.TryParse(configuration[IntervalVariable], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds > 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : UsualInterval;
}
