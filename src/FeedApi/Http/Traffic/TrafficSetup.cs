using FeedApi.Http.Audience;
using FeedApi.Http.Limits;
using Microsoft.AspNetCore.HttpOverrides;

namespace FeedApi.Http.Traffic;

/// <summary>Registers rate limits, reader statistics and request counts.</summary>
internal static class TrafficSetup
{
    /// <summary>Registers the services.</summary>
    public static IServiceCollection AddTraffic(
        this IServiceCollection services, LimitOptions limits, ProxyOptions proxies, string? keys = null)
    {
        // ASPNETCORE_FORWARDEDHEADERS_ENABLED would trust every sender; only configured proxies are trusted.
        services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);
        return services
            .AddSingleton(limits)
            .AddSingleton(proxies)
            .AddSingleton<RequestLimits>()
            .AddSingleton(provider => new ApiKeys(
                keys, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ApiKeys>>()))
            .AddSingleton<RequestCounts>()
            .AddSingleton<ReaderStatistics>();
    }

    /// <summary>Adds the middleware: first the client's address from trusted proxies, then limits and counts.</summary>
    public static IApplicationBuilder UseTraffic(this IApplicationBuilder app)
    {
        var proxies = app.ApplicationServices.GetRequiredService<ProxyOptions>();
        if (proxies.TrustedProxies.Count > 0) app.UseForwardedHeaders(proxies.ToForwardedHeaders());
        return app.UseMiddleware<TrafficMiddleware>();
    }
}
