using FeedApi.Catalog.Changes;
using FeedApi.Feeds.Aliases;
using FeedApi.Feeds.Atom;
using FeedApi.Feeds.Deltas;
using FeedApi.Feeds.Digests;
using FeedApi.Feeds.History;
using FeedApi.Feeds.Hugo;
using FeedApi.Feeds.Json;
using FeedApi.Feeds.Opml;
using FeedApi.Feeds.Rss;

namespace FeedApi.Feeds;

/// <summary>Registers the services of the feeds.</summary>
internal static class FeedSetup
{
    /// <summary>
    /// Registers the feed writers, documents and handlers. Requires the site, its links, the catalog with its query parser, the document
    /// cache, the clock and an <see cref="IFeedPageWriter"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The section <c>Feeds</c>.</param>
    public static IServiceCollection AddFeeds(this IServiceCollection services, FeedOptions options) => services
        .AddSingleton(options)
        .AddSingleton<IFeedWriter, RssWriter>()
        .AddSingleton<IFeedWriter, AtomWriter>()
        .AddSingleton<IFeedWriter, JsonFeedWriter>()
        .AddSingleton<OpmlWriter>()
        .AddSingleton<OpmlSelectionParser>()
        .AddSingleton<OpmlDocuments>()
        .AddSingleton<FeedSelectionParser>()
        .AddSingleton<FeedDefinitions>()
        .AddSingleton<FeedParts>()
        .AddSingleton<FeedContents>()
        .AddSingleton<DigestReading>()
        .AddSingleton<FeedReading>()
        .AddSingleton<FeedFormats>()
        .AddSingleton<FeedTagMemory>()
        .AddSingleton<IChangeListener>(provider => provider.GetRequiredService<FeedTagMemory>())
        .AddSingleton<FeedDeltas>()
        .AddSingleton<FeedDocuments>()
        .AddSingleton<FeedHandler>()
        .AddSingleton<FeedAliasHandler>()
        .AddSingleton<HugoListings>();

    /// <summary>Registers what looks after the feeds, whatever the settings of the site.</summary>
    public static IServiceCollection AddFeedsOfServer(this IServiceCollection services) => services.AddHostedService<DigestClock>();

    /// <summary>Maps the feeds, and the addresses of other programs' feeds.</summary>
    public static IEndpointRouteBuilder MapAllFeeds(this IEndpointRouteBuilder routes, FeedAliasEndpoints aliases)
    {
        routes.MapFeeds().DataSources.Add(aliases);
        return routes;
    }
}
