using FeedApi.Http.Documents;
using FeedApi.Http.Hosting;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Telemetry;
using FeedApi.Http.Traffic;

namespace FeedApi.Http;

/// <summary>Puts the room together: services and the order of the middleware.</summary>
internal static class HttpSetup
{
    /// <summary>
    /// Adds the document cache and readiness. Needs the clock, <see cref="AllowedHosts"/> and <see cref="ManagementListener"/>.
    /// </summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, CacheOptions cache)
    {
        services.AddSingleton<CacheInvalidation>();
        services.AddSingleton(provider => new DocumentCache(
            cache.MaxBytes, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DocumentCache>>()));
        services.AddHostedService<BetterCompression>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<StopState>();
        return services.AddTelemetry();
    }

    /// <summary>
    /// What every request goes through: what is refused unread; then limits and counts; then readiness; then what is known is answered at
    /// once. These answers bring all their fields. All else gets common fields and errors with a body, is OPTIONS, or goes on.
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
    /// Finds the endpoint, hides it on a listener that is not its own, and redirects from other spellings of its address.
    /// </summary>
    public static IApplicationBuilder UseEndpointsOfListener(this IApplicationBuilder app, string publicUrl)
    {
        app.UseRouting();
        return app.UseMiddleware<ManagementMiddleware>().UseMiddleware<CanonicalAddressMiddleware>(publicUrl);
    }

    private static IApplicationBuilder UseDeprecation(this IApplicationBuilder app, ApiOptions api) =>
        api == new ApiOptions() ? app : app.UseMiddleware<DeprecationMiddleware>(api);
}
