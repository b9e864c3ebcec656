using FeedApi.Api;
using FeedApi.Api.Mcp;
using FeedApi.Api.OpenApi;
using FeedApi.Catalog;
using FeedApi.Catalog.Changes;
using FeedApi.Catalog.Sqlite;
using FeedApi.Commands.Logging;
using FeedApi.Commands.Options;
using FeedApi.Commands.Reload;
using FeedApi.Feeds;
using FeedApi.Feeds.Aliases;
using FeedApi.Http;
using FeedApi.Http.Hosting;
using FeedApi.Http.Hosting.Health;
using FeedApi.Http.Pipeline;
using FeedApi.Http.Telemetry;
using FeedApi.Http.Traffic;
using FeedApi.Pages;
using FeedApi.Publishing;
using FeedApi.Rendering;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands;

/// <summary>Composes the server from the services of all namespaces.</summary>
internal static class FeedServer
{
    private const string RequestLog = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>Creates the server; it does not listen yet.</summary>
    /// <param name="arguments">Settings from the command line, in the form of ASP.NET Core (<c>--urls http://localhost:5000</c>).</param>
    /// <param name="adjust">Changes the composition; for tests.</param>
    /// <exception cref="SiteConfigException">A setting of the site is invalid.</exception>
    /// <exception cref="ServerSettingsException">A setting of the server is invalid.</exception>
    /// <exception cref="CatalogException">The data folder cannot be used.</exception>
    public static WebApplication Create(string[] arguments, Action<WebApplicationBuilder>? adjust = null)
    {
        // Settings are read once. Watching their files would use one of the few watches of a system, and startup would fail
        // when there are none left.
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. arguments]);
        SettingsFiles.ThrowIfUnreadable(builder.Environment);
        var options = ServerOptionsReader.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var addresses = AddressReader.Read(options);
        var provisional = ProvisionalAddress.Of(options, builder.Environment.IsDevelopment());
        var reading = new SiteReading(options.ContentFolder, options.Site.Url?.Trim(), provisional);
        var site = reading.Read();
        DataFolderPlace.Check(options.DataFolder, site.ContentFolder);
        ConfigureHost(builder, options, addresses);
        AddServices(builder.Services, options, site);
        AddReload(builder.Services, options, reading);
        builder.Services.AddSingleton(HostNames.Read(options.AllowedHosts, site));
        builder.Services.AddSingleton(new ManagementListener(addresses.ManagementPorts));
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.Services.GetRequiredService<SiteSwitch>().TakeOver(site);
        Use(app, options);
        return app;
    }

    private static void ConfigureHost(WebApplicationBuilder builder, ServerOptions options, ListeningAddresses addresses)
    {
        builder.WebHost.UseUrls(addresses.All);
        builder.WebHost.ConfigureKestrelLimits(addresses, options.Connections, options.UnixSocket, options.Shutdown);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Kestrel logs as critical when an h2 client does not read its responses, up to 2,000 lines per second.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Http2", LogLevel.None);
        // Nor may a flood of connections fill the log: a warning for each that is refused.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.Connections", LogLevel.Error);
        // While this logger is enabled, each request gets an Activity and a scope: a twelfth of the cost of a 304. To log requests,
        // configure its level.
        if (builder.Configuration[$"Logging:LogLevel:{RequestLog}"] is null) builder.Logging.AddFilter(RequestLog, LogLevel.None);
        builder.WebHost.UseInlineSockets();
        // The command reports a failed start in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        LogSetup.SetUp(builder);
    }

    private static void AddServices(IServiceCollection services, ServerOptions options, SiteConfig site)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(SqliteSchema.VersionsWith(ArticleRenderer.RenderingVersion));
        services.AddCatalog(site, options.DataFolder, options.Search);
        services.AddSingleton<CacheListener>();
        services.AddSingleton<CommitSignal>();
        services.AddSingleton(options.Events);
        services.AddHostedService<IndexRepair>();
        services.AddHttp(options.Cache);
        services.AddOtlp(options.Telemetry);
        services.AddTraffic(options.Limits, options.Http, options.Api.Keys);
        services.AddPublishingOfServer(new PublishOptions { Polls = options.Content.Poll }, options.DataFolder, site.ContentFolder);
        services.AddSingleton<FeedAliasEndpoints>();
        services.AddApiOfServer();
        if (options.Api.Mcp) services.AddMcp();
        services.AddFeedsOfServer();
        services.AddPagesOfServer();
    }

    private static void AddReload(IServiceCollection services, ServerOptions options, SiteReading reading)
    {
        services.AddSingleton(reading);
        services.AddSingleton<SiteSwitch>();
        services.AddSingleton<SiteWatch>();
        services.AddHostedService<SiteLoop>();
        services.AddHostedService<StartReport>();
        new SiteServices(options).AddTo(services);
    }

    private static void Use(WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<BasePathMiddleware>();
        app.UseHttp(options.Api);
        app.UseMiddleware<SearchBudgetMiddleware>();
        app.UseMiddleware<IndexDamageMiddleware>();
        app.UseEndpointsOfListener();
        app.UseMiddleware<MinRevisionMiddleware>();
        app.MapHealth();
        app.MapMetrics();
        app.MapAllFeeds(app.Services.GetRequiredService<FeedAliasEndpoints>());
        app.MapApi();
        if (options.Api.Mcp) app.MapMcp(Routes.Mcp).ExcludeFromDescription();
        app.MapOpenApiDescription();
        app.MapPages();
    }
}
