using FeedApi.Feeds.Hugo;
using FeedApi.Feeds.Podcasts;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds;

/// <summary>Describes the feeds of the site: the main one and one for each term, each with or without filters.</summary>
internal sealed class FeedDefinitions(SiteConfig site, SiteLinks links)
{
    private readonly FeedTitle titles = new(site);
    private readonly FeedPodcasts podcasts = new(site, links);
    private readonly JekyllFeedIds jekyllIds = new(site);
    private readonly SiteSections sections = new(site);

    /// <summary>The feed of the whole site.</summary>
    public async ValueTask<FeedDefinition> OfSiteAsync(FeedSelection selection, ITermLookup lookup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var scope = FeedScope.Of(selection.Query, site, links, sections);
        return Complete(new FeedDefinition
        {
            Id = IdOf("/feed", selection, jekyllIds.OfSite(selection.Filters)),
            Query = selection.Query with { IsForFeed = true },
            Title = await titles.OfAsync(scope.Title, scope.Others, lookup, cancellationToken),
            Description = scope.Description,
            Language = scope.Language,
            HomePage = scope.HomePage,
            Address = links.Public("/feed"),
            QueryString = selection.QueryString,
            HasFilters = selection.HasFilters,
            Presentation = selection.Presentation,
            Content = selection.Content,
            Tags = [SurrogateKeys.Articles],
        }, selection);
    }

    /// <summary>The feed of a category, tag or author.</summary>
    public async ValueTask<FeedDefinition> OfTermAsync(
        TermSummary term, FeedSelection selection, ITermLookup lookup, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(selection);
        var scope = FeedScope.Of(selection.Query, site, links, sections);
        var name = string.Equals(term.Name, scope.Title, StringComparison.Ordinal) ? term.Name : $"{term.Name} - {scope.Title}";
        return Complete(new FeedDefinition
        {
            // Not the slug itself: another spelling may become canonical, and the feed remains the same.
            Id = IdOf($"{SiteLinks.TermPath(term.Kind, Slug.KeyOf(term.Slug))}/feed", selection, jekyllIds.OfTerm(term, selection.Filters)),
            Query = selection.Query with { IsForFeed = true, Terms = [new TermFilter(term.Kind, [term.Slug]), .. selection.Query.Terms] },
            Title = await titles.OfAsync(name, scope.Others, lookup, cancellationToken),
            Description = string.IsNullOrWhiteSpace(term.Description) ? scope.Description : term.Description,
            Language = scope.Language,
            HomePage = links.Term(term.Kind, term.Slug),
            Address = links.Public(SiteLinks.TermPath(term.Kind, term.Slug) + "/feed"),
            QueryString = selection.QueryString,
            HasFilters = selection.HasFilters,
            Presentation = selection.Presentation,
            Image = term.Image,
            Content = selection.Content,
            ChangedAt = term.ChangedAt,
            Tags = [SurrogateKeys.Term(term.Kind, term.Slug)],
        }, selection);
    }

    // Metadata of the site that every feed has.
    private FeedDefinition Complete(FeedDefinition feed, FeedSelection selection)
    {
        var complete = feed with
        {
            Image = feed.Image ?? (site.Logo is { } logo ? links.FromRoot(logo) : null),
            Icon = site.Icon is { } icon ? links.FromRoot(icon) : null,
            Rights = site.Rights,
        };
        return complete with { Podcast = podcasts.Of(complete, selection.Filters) };
    }

    // RFC 4151: an authority, a date on which it owned its name, and a path that it assigns. The date is a constant of the format.
    private string IdOf(string path, FeedSelection selection, string? inherited) => inherited
        ?? $"tag:{site.GuidHost},2005:{path}{(selection.Filters.Length == 0 ? "" : "?" + selection.Filters)}";
}
