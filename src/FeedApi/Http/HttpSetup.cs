using FeedApi.Http.Telemetry;
using FeedApi.Http.Traffic;

namespace FeedApi.Http;

/// <summary>Puts the room together: services and the order of the middleware.</summary>
public static class HttpSetup
{
    /// <summary>Adds the document cache and readiness.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, long cacheMaxBytes, ManagementListener management)
    {
        services.AddSingleton(provider => new DocumentCache(
            cacheMaxBytes, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DocumentCache>>()));
        services.AddHostedService<BetterCompression>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<StopState>();
        services.AddSingleton(management);
        return services.AddTelemetry();
    }

    /// <summary>What every request goes through: headers outermost so that errors carry them too; then what is refused unread; then limits and counts; then errors; then readiness.</summary>
    public static IApplicationBuilder UseHttp(this IApplicationBuilder app) => app
        .UseMiddleware<CommonHeadersMiddleware>()
        .UseMiddleware<RequestGuard>()
        .UseTraffic()
        .UseMiddleware<ErrorMiddleware>()
        .UseMiddleware<OptionsMiddleware>()
        .UseMiddleware<RequestCodingMiddleware>()
        .UseMiddleware<ReadinessMiddleware>();

    /// <summary>Says in the API's answers that it is to end, if it is.</summary>
    public static IApplicationBuilder UseDeprecation(this IApplicationBuilder app, ApiDeprecation deprecation) =>
        deprecation == ApiDeprecation.None ? app : app.UseMiddleware<DeprecationMiddleware>(deprecation);

    /// <summary>Answers at once what is known. After everything that refuses requests or adds fields, ahead of routing.</summary>
    public static IApplicationBuilder UseFastPath(this IApplicationBuilder app) => app.UseMiddleware<FastPath>();

    /// <summary>Finds the endpoint, hides it on a listener that is not its own, and redirects from other spellings of its address.</summary>
    public static IApplicationBuilder UseEndpointsOfListener(this IApplicationBuilder app, string publicUrl)
    {
        app.UseRouting();
        return app.UseMiddleware<ManagementMiddleware>().UseMiddleware<CanonicalAddressMiddleware>(publicUrl);
    }
}
