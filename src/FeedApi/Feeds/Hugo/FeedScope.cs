using FeedApi.Queries;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Feeds.Hugo;

/// <summary>How a feed that shows one language or one section of the site is described.</summary>
/// <param name="SiteTitle">The title of the site in the feed's language.</param>
/// <param name="Title">That title, after the section's when the feed is that of one.</param>
/// <param name="Description">Plain text, never empty.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="HomePage">Absolute address of the page of the same articles.</param>
/// <param name="Others">The query without the filters that the title already says.</param>
internal sealed record FeedScope(
    string SiteTitle, string Title, string Description, string Language, string HomePage, ArticleQuery Others)
{
    /// <summary>The scope of a query.</summary>
    public static FeedScope Of(ArticleQuery query, SiteConfig site, SiteLinks links, SiteSections sections)
    {
        var language = LanguageSelection.Of(query, site.Hugo);
        var others = language is null ? query : query with { Language = null, ExcludedLanguages = [] };
        var title = language?.Title ?? site.Title;
        var scope = new FeedScope(
            title,
            title,
            language?.Description ?? site.Description,
            language?.Tag ?? site.Language,
            language is null ? links.Home : ArticleAddresses.Of(site, language.Prefix + "/"),
            others);
        if (query.Sections is not [{ IsExcluded: false, Sections: var keys }]) return scope;
        var section = sections.Of(keys[0], language);
        if (!section.Keys.SequenceEqual(keys)) return scope;
        return scope with
        {
            Title = section.Title == title ? title : $"{section.Title} - {title}",
            Description = string.IsNullOrWhiteSpace(section.Description) ? scope.Description : section.Description,
            HomePage = ArticleAddresses.Of(site, $"/{section.Path}/"),
            Others = others with { Sections = [] },
        };
    }
}
