using FeedApi.Http.Audience;
using FeedApi.Http.Limits;
using Microsoft.AspNetCore.HttpOverrides;

namespace FeedApi.Http.Traffic;

/// <summary>Puts limits, reader statistics and counts together.</summary>
internal static class TrafficSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddTraffic(this IServiceCollection services, LimitOptions limits, ProxyOptions proxies)
    {
        // ASPNETCORE_FORWARDEDHEADERS_ENABLED believes every sender; here only configured proxies are believed.
        services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);
        return services
            .AddSingleton(limits)
            .AddSingleton(proxies)
            .AddSingleton<RequestLimits>()
            .AddSingleton<RequestCounts>()
            .AddSingleton<ReaderStatistics>();
    }

    /// <summary>First who the client is, then whether and how often it may ask.</summary>
    public static IApplicationBuilder UseTraffic(this IApplicationBuilder app)
    {
        var proxies = app.ApplicationServices.GetRequiredService<ProxyOptions>();
        if (proxies.TrustedProxies.Count > 0) app.UseForwardedHeaders(proxies.ToForwardedHeaders());
        return app.UseMiddleware<TrafficMiddleware>();
    }
}
