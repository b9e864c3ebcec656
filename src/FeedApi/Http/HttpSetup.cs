using FeedApi.Http.Documents;
using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Telemetry;
using FeedApi.Http.Traffic;

namespace FeedApi.Http;

/// <summary>Registers the services of <c>Http</c> and the order of its middleware.</summary>
internal static class HttpSetup
{
    /// <summary>
    /// Registers the document cache, readiness and telemetry. The clock, <see cref="AllowedHosts"/> and <see cref="ManagementListener"/>
    /// must be registered too.
    /// </summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, CacheOptions cache)
    {
        services.AddSingleton<CacheInvalidation>();
        services.AddSingleton(cache);
        services.AddSingleton(provider => new DocumentCache(
            provider.GetRequiredService<CacheOptions>().MaxBytes,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DocumentCache>>()));
        services.AddHostedService<BetterCompression>();
        services.AddSingleton<StaticDates>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<Degradations>();
        services.AddSingleton<CurrentGeneration>();
        services.AddSingleton<StopState>();
        return services.AddTelemetry();
    }

    /// <summary>
    /// Adds the middleware of every request, in order: refusals, limits and counts, readiness, deprecation, and the fast path, all of
    /// which write all fields of their responses; then common fields, error bodies and OPTIONS for everything else.
    /// </summary>
    public static IApplicationBuilder UseHttp(this IApplicationBuilder app, ApiOptions api) => app
        .UseMiddleware<RequestGuard>()
        .UseTraffic()
        .UseMiddleware<ReadinessMiddleware>()
        .UseDeprecation(api)
        .UseMiddleware<FastPath>()
        .UseMiddleware<CommonFieldsMiddleware>()
        .UseMiddleware<ErrorMiddleware>()
        .UseMiddleware<OptionsMiddleware>();

    /// <summary>
    /// Adds the services of the site and routing, hides endpoints on listeners that are not their own, and redirects to the canonical
    /// spelling of an address.
    /// </summary>
    public static IApplicationBuilder UseEndpointsOfListener(this IApplicationBuilder app)
    {
        app.UseMiddleware<SiteServicesMiddleware>().UseRouting();
        return app.UseMiddleware<ManagementMiddleware>().UseMiddleware<CanonicalAddressMiddleware>();
    }

    private static IApplicationBuilder UseDeprecation(this IApplicationBuilder app, ApiOptions api) =>
        api with { Keys = null, Mcp = false } == new ApiOptions() ? app : app.UseMiddleware<DeprecationMiddleware>(api);
}
