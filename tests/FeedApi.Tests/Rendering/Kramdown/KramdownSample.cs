using FeedApi.Site;
using FeedApi.Site.Settings;

namespace FeedApi.Tests.Rendering.Kramdown;

/// <summary>Renders Markdown as a Jekyll site's.</summary>
internal static class KramdownSample
{
    public static SiteConfig Site { get; } = Sample.Site with { IsJekyll = true, Kramdown = new KramdownSettings() };

    public static string Html(string markdown) => Sample.Render(Sample.Post(markdown), Site).Html;

    public static string Html(string markdown, KramdownSettings settings) => Sample.Render(Sample.Post(markdown), Site with { Kramdown = settings }).Html;

    public static string Summary(string body, string? siteSeparator = null, string? postSeparator = null) =>
        Sample.Render(Sample.Post(body) with { ExcerptSeparator = postSeparator }, Site with { ExcerptSeparator = siteSeparator }).Summary;
}
