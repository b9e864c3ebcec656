using FeedApi.Feeds.Entries;
using FeedApi.Feeds.Namespaces;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Settings;

namespace FeedApi.Feeds.Podcasts;

/// <summary>Creates the podcast metadata of a feed. Called by <see cref="FeedDefinitions"/>.</summary>
internal sealed class FeedPodcasts(SiteConfig site, SiteLinks links)
{
    /// <summary>The podcast metadata of the feed.</summary>
    internal FeedPodcast Of(FeedDefinition feed, string filters)
    {
        var settings = site.Podcast;
        return new FeedPodcast
        {
            Guid = GuidOf(feed, filters),
            Author = FeedEntries.Line(settings.Author ?? site.Author?.Name ?? site.Title),
            IsExplicit = settings.IsExplicit,
            Categories = [.. settings.Categories.Select(FeedEntries.Line)],
            Image = ITunes.Cover(WebAddress.Parse(settings.Image is { } cover ? links.FromRoot(cover) : feed.Image)),
            OwnerName = settings.OwnerName is { } name ? FeedEntries.Line(name) : null,
            OwnerEmail = settings.OwnerEmail,
            Type = settings.Type,
            Funding = FundingOf(settings.Funding),
            Medium = settings.Medium,
            Location = settings.Location is { } location ? FeedEntries.Line(location) : null,
            IsLocked = settings.IsLocked,
        };
    }

    private (Uri Url, string Text)? FundingOf(PodcastFunding? funding) =>
        funding is not null && WebAddress.Parse(links.FromRoot(funding.Url)) is { } url ? (url, FeedEntries.Line(funding.Text)) : null;

    // Like the feed's id, the guid does not depend on the length. The configured one is the site's: another feed is another podcast.
    private string GuidOf(FeedDefinition feed, string filters)
    {
        var isSite = filters.Length == 0 && string.Equals(feed.Address, links.Public("/feed"), StringComparison.Ordinal);
        if (isSite && site.Podcast.Guid is { } assigned) return assigned;
        var address = $"{feed.Address}.{FeedFormat.Rss.Name}";
        return PodcastGuid.Of(filters.Length == 0 ? address : $"{address}?{filters}");
    }
}
