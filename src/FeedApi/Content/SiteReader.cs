using FeedApi.Content.Hugo;
using FeedApi.Site;
using FeedApi.Site.Zola;

namespace FeedApi.Content;

/// <summary>
/// Reads the settings of a site from its content folder: configuration, <c>_data/</c>, pages of terms and of sections. Called at start and
/// when one of these files has changed.
/// </summary>
internal static class SiteReader
{
    /// <inheritdoc cref="SiteConfigReader.Read"/>
    public static SiteConfig Read(string contentFolder, string? siteUrlOverride, string? provisionalUrl)
    {
        var written = SiteConfigReader.Read(contentFolder, siteUrlOverride, provisionalUrl);
        var hugo = SectionIndexReader.Complete(HugoCommitDates.Complete(HugoSectionReader.Complete(written)));
        var site = ZolaVisibility.Complete(TermIndexPages.Complete(hugo));
        site = site with { Categories = TermSlugs.Described(site) };
        if (site.IsJekyll) site = site with { Data = [.. SiteData.Read(site)], Includes = SiteIncludes.Read(site) };
        return site with { Fingerprint = SiteFingerprint.Of(site) };
    }
}
