namespace FeedApi.Http;

/// <summary>Puts the room together: services and the order of the middleware.</summary>
public static class HttpSetup
{
    /// <summary>Adds the document cache and readiness.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services, long cacheMaxBytes, ManagementListener management)
    {
        services.AddSingleton(new DocumentCache(cacheMaxBytes));
        services.AddSingleton<Readiness>();
        services.AddSingleton(management);
        return services;
    }

    /// <summary>What every request goes through: headers outermost so that errors carry them too; then errors; then readiness.</summary>
    public static IApplicationBuilder UseHttp(this IApplicationBuilder app) => app
        .UseMiddleware<CommonHeadersMiddleware>()
        .UseMiddleware<ErrorMiddleware>()
        .UseMiddleware<OptionsMiddleware>()
        .UseMiddleware<ReadinessMiddleware>();

    /// <summary>Finds the endpoint, and hides it on a listener that is not its own.</summary>
    public static IApplicationBuilder UseEndpointsOfListener(this IApplicationBuilder app)
    {
        app.UseRouting();
        return app.UseMiddleware<ManagementMiddleware>();
    }
}
