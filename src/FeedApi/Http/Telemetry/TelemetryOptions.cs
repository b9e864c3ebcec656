using System.ComponentModel.DataAnnotations;

namespace FeedApi.Http.Telemetry;

/// <summary>Metrics and traces for a collector of OpenTelemetry, beside <c>/metrics</c> for Prometheus.</summary>
internal sealed record TelemetryOptions
{
    /// <summary>
    /// Address of a collector that gets metrics and traces by OTLP over HTTP; <c>/v1/metrics</c> and <c>/v1/traces</c> are added. The
    /// variables of OpenTelemetry (<c>OTEL_SERVICE_NAME</c>, <c>OTEL_RESOURCE_ATTRIBUTES</c>, <c>OTEL_EXPORTER_OTLP_HEADERS</c>,
    /// <c>OTEL_METRIC_EXPORT_INTERVAL</c>) work too.
    /// </summary>
    /// <value>Address such as http://localhost:4318. Default none.</value>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>How many of a million requests are traced, besides those whose client asks for it (<c>traceparent</c>).</summary>
    /// <value>Requests. Default 1000.</value>
    [Range(0, 1_000_000)]
    public int TracesPerMillion { get; init; } = 1_000;
}
