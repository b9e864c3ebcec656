using FeedApi.Commands.Offline;
using FeedApi.Http.Documents;
using FeedApi.Pages.Crawlers;
using FeedApi.Site.Addresses;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Plans what crawlers and browsers look for: the sitemap, robots.txt, the icon and the manifest.</summary>
internal sealed class CrawlerDocuments(OfflineServer server, ExportPlan plan)
{
    private static readonly string[] Always = [Routes.Robots, Routes.Sitemap, Routes.Icon, Routes.WebManifest];

    /// <summary>Adds them; after the files of the site, which go first.</summary>
    public async Task PlanAsync(CancellationToken cancellationToken)
    {
        var parts = await server.Get<Sitemaps>().ListAsync(cancellationToken);
        foreach (var path in Always.Concat(parts.Select(Routes.SitemapPartOf)))
            plan.Add(path, "", want => want with { Key = SurrogateKeys.Articles, IsOptional = true });
    }
}
