using FeedApi.Commands.Reload;
using FeedApi.Http.Documents;
using FeedApi.Publishing;
using FeedApi.Publishing.Watch;
using FeedApi.Site;
using Microsoft.AspNetCore.Hosting.Server;

namespace FeedApi.Commands.Offline;

/// <summary>
/// The server over the posts as they are now, for commands: it listens nowhere, follows no changes and logs nothing, and answers whoever is
/// in this process as it would answer over the network.
/// </summary>
internal sealed class OfflineServer : IAsyncDisposable
{
    /// <summary>The setting with which a command sends nothing to a collector, whatever the server's settings say.</summary>
    public const string NoTelemetry = "--Telemetry:OtlpEndpoint=";

    private readonly WebApplication server;
    private readonly InProcessServer requests;
    private readonly Uri address;

    private OfflineServer(WebApplication server, InProcessServer requests)
    {
        (this.server, this.requests) = (server, requests);
        address = new Uri(Site.PublicUrl);
    }

    /// <summary>The settings of the site.</summary>
    public SiteConfig Site => server.Services.GetRequiredService<SiteSwitch>().Site;

    /// <summary>Makes the server and brings its index up to date.</summary>
    /// <param name="settings">Settings from the command line, in the form of ASP.NET Core.</param>
    /// <param name="options">How posts are indexed.</param>
    /// <param name="stop">Stops indexing.</param>
    /// <param name="adjust">Changes the composition.</param>
    /// <returns>Null when not all posts could be indexed.</returns>
    public static async Task<OfflineServer?> StartAsync(
        IReadOnlyList<string> settings, PublishOptions options, CancellationToken stop, Action<WebApplicationBuilder>? adjust = null)
    {
        var requests = new InProcessServer();
        var server = FeedServer.Create([.. settings, NoTelemetry], builder =>
        {
            Adjust(builder, requests, options);
            adjust?.Invoke(builder);
        });
        try
        {
            if (await OfflineIndexing.RunAsync(server.Services, stop))
            {
                server.Services.GetRequiredService<SiteSwitch>().Current.Get<ContentAvailability>().MarkIndexed();
                await server.StartAsync(stop);
                return new OfflineServer(server, requests);
            }
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        await server.DisposeAsync();
        return null;
    }

    /// <summary>A service of the site.</summary>
    public T Get<T>()
        where T : notnull => server.Services.GetRequiredService<SiteSwitch>().Current.Get<T>();

    /// <summary>What the server answers at an address of its own.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="target">An absolute address, or a percent-encoded path below the site's public address.</param>
    public Task<InProcessAnswer> AskAsync(string method, string target)
    {
        var path = target.StartsWith('/') ? address.AbsolutePath.TrimEnd('/') + target : new Uri(target).PathAndQuery;
        return requests.AskAsync(method, path, address.Authority);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
    }

    private static void Adjust(WebApplicationBuilder builder, InProcessServer requests, PublishOptions options)
    {
        builder.Services.AddSingleton<IServer>(requests);
        builder.Services.AddSingleton(options);
        // Every document is asked for once.
        builder.Services.AddSingleton(new CacheOptions { MaxBytes = 0 });
        // What goes on beside requests: following changes, reporting the start, repairing.
        var own = typeof(OfflineServer).Assembly;
        foreach (var service in builder.Services
            .Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == own).ToList())
            builder.Services.Remove(service);
        builder.Logging.ClearProviders();
    }
}
