using System.Text.Encodings.Web;
using System.Text.Unicode;
using FeedApi.Feeds;
using FeedApi.Http.Semantics;
using FeedApi.Pages.Crawlers;
using FeedApi.Pages.Digests;
using FeedApi.Pages.Files;
using FeedApi.Pages.Hugo;
using FeedApi.Pages.Markdown;
using FeedApi.Pages.Metadata;
using FeedApi.Pages.Search;
using FeedApi.Site;

namespace FeedApi.Pages;

/// <summary>Registers the services of the pages.</summary>
internal static class PageSetup
{
    /// <summary>Registers the builders and handlers of the pages. Requires the site, its links, the post files, the catalog, the clock and
    /// the document cache.</summary>
    /// <remarks>Made anew with the settings of the site; <see cref="AddPagesOfServer"/> registers the rest.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="options">The section <c>Pages</c>.</param>
    public static IServiceCollection AddPages(this IServiceCollection services, PageOptions options) => services
        .AddSingleton(options)
        // 中文 is not escaped: a page is a third of the size.
        .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
        .AddSingleton(provider => PageTexts.For(provider.GetRequiredService<SiteConfig>().Language))
        .AddSingleton<PageLinks>()
        .AddSingleton<PageRenderer>()
        .AddSingleton<StyleSheet>()
        .AddSingleton<ArticleListings>()
        .AddSingleton<HomePages>()
        .AddSingleton<TermPages>()
        .AddSingleton<HugoPages>()
        .AddSingleton<ReadingPages>()
        .AddSingleton<IFeedPageWriter, FeedPages>()
        .AddSingleton<IErrorPageWriter, ErrorPages>()
        .AddSingleton<StructuredData>()
        .AddSingleton<SiteIcon>()
        .AddSingleton<Sitemaps>()
        .AddSingleton<RobotsText>()
        .AddSingleton<DigestPages>()
        .AddSingleton<SearchPages>()
        .AddSingleton<ProblemTypePages>()
        .AddSingleton<MarkdownPages>()
        .AddSingleton<PublicFileRules>()
        .AddSingleton<FileVisibility>()
        .AddSingleton<FileSurvey>()
        .AddSingleton<ContentFiles>()
        .AddSingleton<DerivedFiles>()
        .AddSingleton<HugoTerms>()
        .AddSingleton<PageHandler>()
        .AddSingleton<HugoListingHandler>()
        .AddSingleton<AddressHandler>();

    /// <summary>Registers what looks after the files of the site, whatever its settings.</summary>
    public static IServiceCollection AddPagesOfServer(this IServiceCollection services) => services.AddHostedService<FileSurveyor>();
}
