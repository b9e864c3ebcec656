namespace FeedApi.Feeds;

/// <summary>Puts the room together.</summary>
public static class FeedSetup
{
    /// <summary>Adds the feeds. Needs the site, its links, the catalog with its query parser, the document cache, the clock and an <see cref="IFeedPageWriter"/>.</summary>
    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<IFeedWriter, RssWriter>()
        .AddSingleton<IFeedWriter, AtomWriter>()
        .AddSingleton<IFeedWriter, JsonFeedWriter>()
        .AddSingleton<OpmlWriter>()
        .AddSingleton<OpmlSelectionParser>()
        .AddSingleton<OpmlDocuments>()
        .AddSingleton<FeedSelectionParser>()
        .AddSingleton<FeedDefinitions>()
        .AddSingleton<FeedPlaces>()
        .AddSingleton<FeedContents>()
        .AddSingleton<FeedDocuments>()
        .AddSingleton<FeedAnswers>()
        .AddSingleton<FeedAliasAnswers>();
}
