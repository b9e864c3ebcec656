using FeedApi.Site;
using FeedApi.Site.Addresses;
using Microsoft.AspNetCore.Components;

namespace FeedApi.Pages;

/// <summary>What every component of a page can reach: the site, its links, and the words in its language.</summary>
public abstract class SitePart : ComponentBase
{
    /// <summary>The site.</summary>
    [Inject]
    public required SiteConfig Site { get; set; }

    /// <summary>Addresses of articles and terms.</summary>
    [Inject]
    public required SiteLinks Links { get; set; }

    /// <summary>Addresses of feeds and of what belongs to the pages themselves.</summary>
    [Inject]
    public required PageLinks PageLinks { get; set; }

    /// <summary>The words.</summary>
    [Inject]
    public required PageTexts Texts { get; set; }

    /// <summary>A value for <c>lang</c>: null, so that the attribute is left out, when it would only repeat what is around it.</summary>
    protected static string? LanguageIn(string around, string language) =>
        string.Equals(around, language, StringComparison.OrdinalIgnoreCase) ? null : language;
}

/// <summary>The component that shows a page: nothing but its page decides what it writes.</summary>
public abstract class PageView<TPage> : SitePart
    where TPage : Page
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required TPage Page { get; set; }
}
