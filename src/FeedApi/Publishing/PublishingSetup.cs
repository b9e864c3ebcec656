using FeedApi.Catalog;
using FeedApi.Content.Files;
using FeedApi.Content.Posts;
using FeedApi.Http.Telemetry;
using FeedApi.Publishing.Commit;
using FeedApi.Publishing.Pipeline;
using FeedApi.Publishing.Scan;
using FeedApi.Rendering;
using FeedApi.Site;

namespace FeedApi.Publishing;

/// <summary>Registers the publisher and its steps.</summary>
public static class PublishingSetup
{
    /// <summary>Adds everything between the content folder and the catalog.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton(provider => new PostFiles(provider.GetRequiredService<SiteConfig>()));
        services.AddSingleton<PostReader>();
        services.AddSingleton<ArticleRenderer>();
        services.AddSingleton<ContentWatcher>();
        services.AddSingleton<ContentScanner>();
        services.AddSingleton<PostPipeline>();
        services.AddSingleton<ChangeSetCommitter>();
        services.AddSingleton<PublishStep>();
        services.AddSingleton<IndexingProgress>();
        services.AddSingleton<PublishingInstruments>();
        services.AddSingleton<IChangeListener>(provider => provider.GetRequiredService<PublishingInstruments>());
        services.AddSingleton<IInstruments>(provider => provider.GetRequiredService<PublishingInstruments>());
        services.AddHostedService<Publisher>();
        return services;
    }
}
