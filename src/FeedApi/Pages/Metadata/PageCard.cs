using FeedApi.Model;

namespace FeedApi.Pages.Metadata;

/// <summary>How a page is shown where somebody links to it: Open Graph (ogp.me), which the cards of social networks read.</summary>
/// <param name="Title">Plain text, without the name of the site.</param>
public sealed record PageCard(string Title)
{
    /// <summary>Lead image, with an absolute address; null when there is none.</summary>
    public PostImage? Image { get; init; }

    /// <summary>The article, when the page is of one; null otherwise.</summary>
    public Article? Article { get; init; }

    /// <summary>The language of the page as <c>og:locale</c> writes it: <c>zh_CN</c>; null when the tag has no region.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static string? LocaleOf(string language) => language.Split('-') switch
    {
        [var name, { Length: 2 } region] => $"{name.ToLowerInvariant()}_{region.ToUpperInvariant()}",
        [var name, var script] when name.Equals("zh", StringComparison.OrdinalIgnoreCase) =>
            script.Equals("Hant", StringComparison.OrdinalIgnoreCase) ? "zh_TW" : "zh_CN",
        _ => null,
    };
}
