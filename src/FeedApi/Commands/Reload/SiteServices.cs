using System.Collections.Frozen;
using FeedApi.Api;
using FeedApi.Api.Changes;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite;
using FeedApi.Commands.Options;
using FeedApi.Content.Files;
using FeedApi.Feeds;
using FeedApi.Http.Documents;
using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;
using FeedApi.Http.Limits;
using FeedApi.Pages;
using FeedApi.Publishing;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using Swashbuckle.AspNetCore.Swagger;

namespace FeedApi.Commands.Reload;

/// <summary>The services that depend on the settings of the site. They are made anew with each reading of the settings.</summary>
/// <param name="options">The settings of the server.</param>
internal sealed class SiteServices(ServerOptions options)
{
    private readonly ServiceCollection registered = Register(options);

    /// <summary>
    /// Registers each service with the server too, as that of the current generation: endpoints are mapped by what the server knows. A
    /// service of the server must not keep one of them.
    /// </summary>
    public void AddTo(IServiceCollection server)
    {
        server.AddSingleton(this);
        foreach (var type in Types.Except(server.Select(service => service.ServiceType)).ToArray())
        {
            server.AddTransient(
                type, provider => provider.GetRequiredService<CurrentGeneration>().Value.Find(type)
                    ?? throw new InvalidOperationException($"{type} is not a service of the site."));
        }
    }

    /// <summary>Makes the services for one reading of the settings.</summary>
    public SiteGeneration Make(SiteConfig site, DocumentCache cache, IServiceProvider server)
    {
        var services = new ServiceCollection();
        foreach (var service in registered) ((ICollection<ServiceDescriptor>)services).Add(service);
        AddSite(services, site, server.GetRequiredService<SqliteArticleStore>().For(site));
        services.AddSingleton(cache);
        AddServer(services, server);
        PathString[] basePaths = [.. new[] { site.BaseUrl, new Uri(site.PublicUrl).AbsolutePath.TrimEnd('/') }
            .Where(path => path.Length > 0).Distinct(StringComparer.Ordinal).Select(PathString.FromUriComponent)];
        // Never disposed: requests that began with it may still use it. What must be closed is closed by the publisher.
        var provider = services.BuildServiceProvider();
        // All at once: settings with which one of them cannot be made are not put into effect.
        foreach (var type in Types) provider.GetRequiredService(type);
        return new SiteGeneration(provider, Types.ToFrozenSet(), site.PublicUrl, basePaths);
    }

    private IEnumerable<Type> Types =>
        registered.Select(service => service.ServiceType)
            .Concat(
            [
                typeof(SiteConfig), typeof(IArticleReader), typeof(IArticleWriter), typeof(ISourceIndex), typeof(OutlinedArticles),
                typeof(DocumentCache),
            ])
            .Distinct();

    private static ServiceCollection Register(ServerOptions options)
    {
        var services = new ServiceCollection();
        services.AddSingleton<SiteLinks>();
        services.AddQueries();
        services.AddPublishing();
        services.AddFeeds(options.Feeds);
        services.AddApi();
        services.AddPages(options.Pages);
        return services;
    }

    private static void AddSite(ServiceCollection services, SiteConfig site, SqliteArticleStore store) => services
        .AddSingleton(site)
        .AddSingleton<IArticleReader>(store)
        .AddSingleton<IArticleWriter>(store)
        .AddSingleton(store.Sources)
        .AddSingleton(store.Outlines);

    // As instances, which belong to the server.
    private static void AddServer(ServiceCollection services, IServiceProvider server)
    {
        services.AddSingleton(server.GetRequiredService<TimeProvider>());
        services.AddSingleton(server.GetRequiredService<ILoggerFactory>());
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(server.GetRequiredService<PublishOptions>());
        services.AddSingleton(server.GetRequiredService<SiteFileChanges>());
        services.AddSingleton(server.GetRequiredService<Withdrawals>());
        services.AddSingleton(server.GetRequiredService<FirstScan>());
        services.AddSingleton(server.GetRequiredService<Readiness>());
        services.AddSingleton(server.GetRequiredService<Degradations>());
        services.AddSingleton(server.GetRequiredService<StaticDates>());
        services.AddSingleton(server.GetRequiredService<RequestLimits>());
        services.AddSingleton(new Lazy<IAsyncSwaggerProvider>(server.GetRequiredService<IAsyncSwaggerProvider>));
        services.AddSingleton<IChangeListener>(server.GetRequiredService<CacheListener>());
        services.AddSingleton<IChangeListener>(server.GetRequiredService<PublishingInstruments>());
        services.AddSingleton(server.GetRequiredService<EventStreams>());
        services.AddSingleton(server.GetRequiredService<CurrentGeneration>());
        // The last one: whoever it wakes reads what the others have been told of.
        services.AddSingleton(server.GetRequiredService<CommitSignal>());
        services.AddSingleton<IChangeListener>(server.GetRequiredService<CommitSignal>());
    }
}
