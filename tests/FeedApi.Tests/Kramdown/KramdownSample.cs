using FeedApi.Content;
using FeedApi.Kramdown;
using FeedApi.Tests.Rendering;

namespace FeedApi.Tests.Kramdown;

/// <summary>Renders Markdown as a Jekyll site's.</summary>
internal static class KramdownSample
{
    public static SiteConfig Site { get; } = Sample.Site with { IsJekyll = true, Kramdown = KramdownOptions.Jekyll };

    public static string Html(string markdown) => Sample.Render(Sample.Post(markdown), Site).Html;

    public static string Html(string markdown, KramdownOptions options) => Sample.Render(Sample.Post(markdown), Site with { Kramdown = options }).Html;
}
