using System.Text;
using FeedApi.Http.Documents;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Pages.Crawlers;

/// <summary>Tells crawlers that they may read everything but searches, and where the sitemap is (RFC 9309; sitemaps.org).</summary>
internal sealed class RobotsText(SiteConfig site, SiteLinks links, StaticDates dates)
{
    /// <summary>The document.</summary>
    public Document Document()
    {
        // There is no end to what may be searched for.
        var search = new Uri(links.Public(Routes.Search)).AbsolutePath;
        var text = Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\nDisallow: {search}\n\nSitemap: {links.Public(Routes.Sitemap)}\n");
        return new Document("text/plain; charset=utf-8", text, dates.Of(Routes.Robots, text, SiteFiles.PathOfConfig(site)));
    }
}
