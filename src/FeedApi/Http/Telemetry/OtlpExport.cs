using System.Reflection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FeedApi.Http.Telemetry;

/// <summary>Sends metrics and traces to a collector by OTLP over HTTP (OpenTelemetry 1.20).</summary>
internal static class OtlpExport
{
    // A collector that accepts connections and is silent holds up the stop for twice this time.
    private const int MaxMilliseconds = 2_000;

    /// <summary>Registers the export; nothing when no collector is set.</summary>
    /// <param name="services">Receives it.</param>
    /// <param name="options">The address of the collector.</param>
    public static IServiceCollection AddOtlp(this IServiceCollection services, TelemetryOptions options)
    {
        if (options.OtlpEndpoint is not { } collector) return services;
        services.Configure<AspNetCoreTraceInstrumentationOptions>(LeaveOutPersonalData);
        services.AddSingleton(_ => new BaseExportingMetricReader(
            Make(() => new OtlpMetricExporter(To(collector, "v1/metrics")))));
        services.AddHostedService<OtlpMetricsLoop>();
        services.AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithMetrics(metrics => metrics
                .AddMeter(Instruments.MeterName, "System.Runtime")
                .AddReader(provider => provider.GetRequiredService<BaseExportingMetricReader>()))
            .WithTracing(traces => traces
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TracesPerMillion / 1e6)))
                .AddSource(Instruments.ActivitySources)
                .AddAspNetCoreInstrumentation()
                .AddProcessor(_ => new OpenTelemetry.BatchActivityExportProcessor(
                    Make(() => new OtlpTraceExporter(To(collector, "v1/traces"))))));
        return services;
    }

    // The variables of the environment say more than the program knows.
    private static void Describe(ResourceBuilder resource) => resource
        .Clear()
        .AddService("feedapi", serviceVersion: typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion)
        .AddTelemetrySdk()
        .AddEnvironmentVariableDetector();

    // The address of the client is never among the attributes; what it looks for, and which program it is, is nobody's business either.
    private static void LeaveOutPersonalData(AspNetCoreTraceInstrumentationOptions tracing)
    {
        tracing.RecordException = false;
        tracing.EnrichWithHttpRequest = (activity, _) => activity.SetTag("url.query", null).SetTag("user_agent.original", null);
    }

    private static T Make<T>(Func<T> exporter)
    {
        try
        {
            return exporter();
        }
        catch (ArgumentException fault)
        {
            throw new InvalidOperationException($"OpenTelemetry refuses its variables (OTEL_EXPORTER_OTLP_...): {fault.Message}", fault);
        }
    }

    private static OtlpExporterOptions To(Uri collector, string path) => new()
    {
        Protocol = OtlpExportProtocol.HttpProtobuf,
        TimeoutMilliseconds = MaxMilliseconds,
        Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path),
    };
}
