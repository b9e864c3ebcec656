using FeedApi.Content.Hugo;
using FeedApi.Site;
using FeedApi.Site.Files;
using FeedApi.Site.Zola;

namespace FeedApi.Content;

/// <summary>
/// Reads the settings of a site from its content folder: configuration, <c>_data/</c>, pages of terms and of sections. Called at start and
/// when one of these files has changed.
/// </summary>
internal static class SiteReader
{
    /// <inheritdoc cref="SiteConfigReader.Read"/>
    /// <exception cref="SiteConfigException">A value is wrong, or a file cannot be read, which the inner exception tells.</exception>
    public static SiteConfig Read(string contentFolder, string? siteUrlOverride, string? provisionalUrl)
    {
        try
        {
            return ReadAll(contentFolder, siteUrlOverride, provisionalUrl);
        }
        catch (UnreadableException failure)
        {
            // What a file says must not pass for unset while it cannot be read.
            throw new SiteConfigException(failure.MessageIn(Path.GetFullPath(contentFolder)), failure);
        }
    }

    private static SiteConfig ReadAll(string contentFolder, string? siteUrlOverride, string? provisionalUrl)
    {
        var written = SiteConfigReader.Read(contentFolder, siteUrlOverride, provisionalUrl);
        var hugo = SectionIndexReader.Complete(HugoCommitDates.Complete(HugoSectionReader.Complete(written)));
        var site = ZolaVisibility.Complete(TermIndexPages.Complete(hugo));
        site = site with { Categories = TermSlugs.Described(site) };
        if (site.IsJekyll) site = site with { Data = [.. SiteData.Read(site)], Includes = SiteIncludes.Read(site) };
        return site with { Fingerprint = SiteFingerprint.Of(site) };
    }
}
