using FeedApi.Http.Audience;
using FeedApi.Http.Limits;
using Microsoft.AspNetCore.HttpOverrides;

namespace FeedApi.Http.Traffic;

/// <summary>Puts limits, reader statistics and counts together.</summary>
public static class TrafficSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddTraffic(this IServiceCollection services, TrafficSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // ASPNETCORE_FORWARDEDHEADERS_ENABLED believes every sender; here only configured proxies are believed.
        services.PostConfigure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.None);
        return services
            .AddSingleton(settings.Limits)
            .AddSingleton(settings.Proxies)
            .AddSingleton<RequestLimits>()
            .AddSingleton<RequestCounts>()
            .AddSingleton<ReaderStatistics>();
    }

    /// <summary>First who the client is, then whether and how often it may ask.</summary>
    public static IApplicationBuilder UseTraffic(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var proxies = app.ApplicationServices.GetRequiredService<TrustedProxies>();
        if (proxies.Networks.Count > 0) app.UseForwardedHeaders(proxies.ToOptions());
        return app.UseMiddleware<TrafficMiddleware>();
    }
}

/// <summary>Who may ask how often, and who tells who is asking.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Proxies">The proxies.</param>
public sealed record TrafficSettings(LimitSettings Limits, TrustedProxies Proxies);
