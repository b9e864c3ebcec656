using FeedApi.Site;
using FeedApi.Site.Addresses;
using Microsoft.AspNetCore.Components;

namespace FeedApi.Pages;

/// <summary>The base of all components of a page: provides the site, its links, and the texts in its language.</summary>
public abstract class SitePart : ComponentBase
{
    /// <summary>The site.</summary>
    [Inject]
    public required SiteConfig Site { get; set; }

    /// <summary>Addresses of articles and terms.</summary>
    [Inject]
    public required SiteLinks Links { get; set; }

    /// <summary>Addresses of feeds and of resources of the pages themselves.</summary>
    [Inject]
    public required PageLinks PageLinks { get; set; }

    /// <summary>The texts in the site's language.</summary>
    [Inject]
    public required PageTexts Texts { get; set; }

    /// <summary>A value for <c>lang</c>; null, which omits the attribute, when it equals that of the surrounding element.</summary>
    protected static string? LanguageIn(string around, string language) =>
        string.Equals(around, language, StringComparison.OrdinalIgnoreCase) ? null : language;
}

/// <summary>The base of the component that renders a page; its output depends only on the page.</summary>
public abstract class PageView<TPage> : SitePart
    where TPage : Page
{
    /// <summary>The content of the page.</summary>
    [Parameter, EditorRequired]
    public required TPage Page { get; set; }
}
