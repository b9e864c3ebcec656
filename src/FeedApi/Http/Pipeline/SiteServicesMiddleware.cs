using FeedApi.Http.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace FeedApi.Http.Pipeline;

/// <summary>
/// Gives a request the services of the current <see cref="SiteGeneration"/>, which it keeps to its end: no answer is made under two
/// readings of the settings. Placed behind the fast path, which needs none.
/// </summary>
internal sealed class SiteServicesMiddleware(RequestDelegate next, CurrentGeneration site, IServiceScopeFactory scopes)
{
    public Task InvokeAsync(HttpContext context)
    {
        var server = new RequestServicesFeature(context, scopes);
        context.Features.Set<IServiceProvidersFeature>(new SiteServices(site.Value, server));
        return next(context);
    }

    // The feature of the server makes a scope when it is first asked, as most requests never do, and disposes of it with the request.
    private sealed class SiteServices(SiteGeneration site, RequestServicesFeature server) : IServiceProvidersFeature, IServiceProvider
    {
        public IServiceProvider RequestServices
        {
            get => this;
            set => server.RequestServices = value;
        }

        public object? GetService(Type serviceType) => site.Find(serviceType) ?? server.RequestServices.GetService(serviceType);
    }
}
