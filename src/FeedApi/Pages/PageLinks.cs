using FeedApi.Model;
using FeedApi.Pages.Metadata;
using FeedApi.Site;
using FeedApi.Site.Addresses;

namespace FeedApi.Pages;

/// <summary>
/// The addresses that pages link to besides articles and terms: feeds with their titles, the style sheet, the documentation.
/// </summary>
public sealed class PageLinks(SiteConfig site, SiteLinks links, PageOptions options)
{
    /// <summary>The feeds of the whole site, the default format first.</summary>
    public IReadOnlyList<FeedLink> SiteFeeds { get; } =
        [.. FeedFormat.All.Select(format => new FeedLink($"{site.Title} ({format.Title})", format, links.MainFeed(format.Name)))];

    /// <summary>The home page on this server; the site's own home may be elsewhere (<see cref="SiteLinks.Home"/>).</summary>
    public string Home { get; } = links.Public("/");

    /// <summary>The home page of each language; empty in a site with one.</summary>
    public IReadOnlyList<PageTranslation> LanguageHomes { get; } = site.Hugo is not { IsMultilingual: true, Languages: { } languages }
        ? []
        : [.. languages.Active.Select(language => new PageTranslation(language.Tag, ArticleAddresses.Of(site, language.Prefix + "/")))];

    /// <summary>The list of all feeds.</summary>
    public string Opml { get; } = links.Public("/opml.xml");

    /// <summary>The documentation of the API.</summary>
    public string Documentation { get; } = links.Public("/docs");

    /// <summary>The page of searches, as a path: a form leads to the origin of its page only. Null when there is none.</summary>
    public string? Search { get; } = options.Search ? OnServer(links.Public(Routes.Search), links) : null;

    /// <summary>The style sheet of every page.</summary>
    public string StyleSheet { get; } = new Uri(links.Public(Routes.StyleSheet)).AbsolutePath;

    /// <summary>The icon of the site: a path when it is on this server.</summary>
    public string Icon { get; } = OnServer(SiteIcon.AddressIn(site, links), links);

    /// <summary>The manifest of the site, as a path: browsers take it from the origin of the page only.</summary>
    public string WebManifest { get; } = OnServer(links.Public(Routes.WebManifest), links);

    /// <summary>The page that lists all terms of a kind.</summary>
    public string TermList(TermKind kind) => links.Public("/" + SiteLinks.Collection(kind));

    /// <summary>The feeds of a term, the default format first.</summary>
    public IReadOnlyList<FeedLink> TermFeeds(TermKind kind, string slug, string name) =>
        [.. FeedFormat.All.Select(format =>
            new FeedLink($"{TitleOf(name)} ({format.Title})", format, links.TermFeed(kind, slug, format.Name)))];

    /// <summary>The feeds of a selection of the site's articles, the default format first.</summary>
    /// <param name="title">What the articles are.</param>
    /// <param name="query">The canonical query of the selection.</param>
    public IReadOnlyList<FeedLink> SelectionFeeds(string title, string query) =>
        [.. FeedFormat.All.Select(format =>
            new FeedLink($"{TitleOf(title)} ({format.Title})", format, $"{links.MainFeed(format.Name)}?{query}"))];

    /// <summary>The title of a page about something on this site.</summary>
    public string TitleOf(string name) => string.Equals(name, site.Title, StringComparison.Ordinal) ? name : $"{name} - {site.Title}";

    private static string OnServer(string address, SiteLinks links) =>
        address.StartsWith(links.Public("/"), StringComparison.Ordinal) ? new Uri(address).AbsolutePath : address;
}
