using FeedApi.Content;
using FeedApi.Rendering;

namespace FeedApi.Publishing;

/// <summary>Registers the publisher and its steps.</summary>
public static class PublishingSetup
{
    /// <summary>Adds everything between the content folder and the catalog.</summary>
    public static IServiceCollection AddPublishing(this IServiceCollection services)
    {
        services.AddSingleton(provider => PostFilesOf(provider.GetRequiredService<SiteConfig>()));
        services.AddSingleton<PostReader>();
        services.AddSingleton<ArticleRenderer>();
        services.AddSingleton<ContentWatcher>();
        services.AddSingleton<ContentScanner>();
        services.AddSingleton<PostPipeline>();
        services.AddSingleton<CommitStep>();
        services.AddSingleton<PublishStep>();
        services.AddSingleton<IndexingProgress>();
        services.AddSingleton<IChangeListener, CacheInvalidation>();
        services.AddHostedService<Publisher>();
        return services;
    }

    private static PostFiles PostFilesOf(SiteConfig site) => new(site.ContentFolder, site.Hugo);
}
