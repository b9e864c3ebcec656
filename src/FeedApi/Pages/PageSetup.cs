using System.Text.Encodings.Web;
using System.Text.Unicode;
using FeedApi.Feeds;
using FeedApi.Pages.Files;
using FeedApi.Site;

namespace FeedApi.Pages;

/// <summary>Puts the room together.</summary>
internal static class PageSetup
{
    /// <summary>Adds the pages. Needs the site, its links, the post files, the catalog, the clock and the document cache.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services
        // 中文 is written as itself: a page of it is a third of the size.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton(provider => PageTexts.For(provider.GetRequiredService<SiteConfig>().Language))
        .AddSingleton<PageLinks>()
        .AddSingleton<PageRenderer>()
        .AddSingleton<StyleSheet>()
        .AddSingleton<ArticleListings>()
        .AddSingleton<HomePages>()
        .AddSingleton<TermPages>()
        .AddSingleton<ReadingPages>()
        .AddSingleton<IFeedPageWriter, FeedPages>()
        .AddSingleton<ContentFiles>()
        .AddSingleton<PageHandler>()
        .AddSingleton<AddressHandler>();
}
