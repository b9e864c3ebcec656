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

    /// <summary>Headers outermost so that errors carry them too; then errors; then readiness; then routing.</summary>
    public static IApplicationBuilder UseHttp(this IApplicationBuilder app)
    {
        app.UseMiddleware<CommonHeadersMiddleware>();
        app.UseMiddleware<ErrorMiddleware>();
        app.UseMiddleware<OptionsMiddleware>();
        app.UseMiddleware<ReadinessMiddleware>();
        app.UseRouting();
        app.UseMiddleware<ManagementMiddleware>();
        return app;
    }
}
