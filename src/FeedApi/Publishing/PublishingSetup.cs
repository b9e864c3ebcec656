using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Http.Telemetry;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Explain;
using FeedApi.Publishing.Outlines;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Scan;
using FeedApi.Publishing.Watch;
using FeedApi.Rendering;
using FeedApi.Site;

namespace FeedApi.Publishing;

/// <summary>Registers the services of publishing.</summary>
internal static class PublishingSetup
{
    /// <summary>
    /// Registers the publisher and the services between the content folder and the catalog. Requires the site, its catalog and the
    /// services of the server that they use.
    /// </summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PostFiles(provider.GetRequiredService<SiteConfig>()));
        services.AddSingleton<PostReader>();
        services.AddSingleton<ArticleRenderer>();
        services.AddSingleton<ContentWatcher>();
        services.AddSingleton<PostLimit>();
        services.AddSingleton<HiddenPostFiles>();
        services.AddSingleton<PostPipeline>();
        services.AddSingleton<ChangeSetCommitter>();
        services.AddSingleton<NameResolver>();
        services.AddSingleton<RenamedFiles>();
        services.AddSingleton<PublishStep>();
        services.AddSingleton<PathCheck>();
        services.AddSingleton<ScheduledPosts>();
        services.AddSingleton<OutlinePipeline>();
        services.AddSingleton<OutlineCompletion>();
        services.AddSingleton<PostFinder>();
        services.AddSingleton<PostExplainer>();
        services.AddScan();
        services.AddWatch();
        services.AddSingleton<Publisher>();
        return services;
    }

    /// <summary>Registers what the server knows of publishing, whatever the settings of the site.</summary>
    public static IServiceCollection AddPublishingOfServer(
        this IServiceCollection services, PublishOptions options, string dataFolder, string contentFolder) => services
        .AddSingleton(options)
        .AddSingleton(provider => new Withdrawals(dataFolder, contentFolder, provider.GetRequiredService<ILogger<Withdrawals>>()))
        .AddSingleton<FirstScan>()
        .AddSingleton<SiteProblems>()
        .AddSingleton<SiteFileChanges>()
        .AddSingleton<PublishingInstruments>()
        .AddSingleton<IInstruments, IndexInstruments>()
        .AddSingleton<IInstruments>(provider => provider.GetRequiredService<PublishingInstruments>());

    private static void AddScan(this IServiceCollection services)
    {
        services.AddSingleton<IndexingProgress>();
        services.AddSingleton<ContentScanner>();
        services.AddSingleton<ScanSchedule>();
        services.AddSingleton<ScannedFiles>();
        services.AddSingleton<ScanPublisher>();
        services.AddSingleton<ScanLoop>();
    }

    private static void AddWatch(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FileDebouncer(
            provider.GetRequiredService<PostFiles>().Stat,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<PublishOptions>().DebounceTime));
        services.AddSingleton(provider => new DeletionGuard(
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<PublishOptions>().RescanEvery));
        services.AddSingleton<DeletionConfirmation>();
        services.AddSingleton<ContentAvailability>();
        services.AddSingleton<AwaitedFiles>();
        services.AddSingleton<UnreadablePaths>();
        services.AddSingleton<Heartbeat>();
        services.AddSingleton<SaveLoop>();
    }
}
