using System.Diagnostics.Metrics;
using FeedApi.Http.Telemetry;

namespace FeedApi.Http.Hosting.Health;

/// <summary>The metric of <see cref="Degradations"/>.</summary>
internal sealed class HealthInstruments : IInstruments
{
    /// <summary>Creates the instrument.</summary>
    public HealthInstruments(IMeterFactory meters, Degradations degradations)
    {
        meters.Create(Instruments.MeterName).CreateObservableGauge(
            "feedapi.degraded",
            () =>
            {
                var current = degradations.Current;
                return DegradationCodes.All.Select(code => Instruments.Of(current.Any(each => each.Code == code) ? 1 : 0, "reason", code));
            },
            null,
            "1 while the server is degraded for this reason, else 0.");
    }
}
