using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;
using FeedApi.Http.Semantics;
using FeedApi.Site.Addresses;

namespace FeedApi.Http.Telemetry;

/// <summary><c>GET /metrics</c> for Prometheus, on the management listener only.</summary>
internal static class MetricsEndpoint
{
    private const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Registers the instruments of <c>Http</c> and the export of all instruments.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services) => services
        .AddSingleton<IInstruments, TrafficInstruments>()
        .AddSingleton<IInstruments, CacheInstruments>()
        .AddSingleton<IInstruments, HealthInstruments>()
        .AddSingleton<IInstruments, ReaderInstruments>()
        .AddSingleton<PrometheusExport>();

    /// <summary>Maps the endpoint.</summary>
    public static IEndpointRouteBuilder MapMetrics(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Routes.Metrics, Methods, AnswerAsync).WithMetadata(ManagementOnly.Mark).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, PrometheusExport export)
    {
        context.Response.Headers.CacheControl = CachePolicy.NoStore;
        return Results.Bytes(await export.ReadAsync(context.RequestAborted), MediaType);
    }
}
