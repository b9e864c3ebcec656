using FeedApi.Kramdown;

namespace FeedApi.Tests.Kramdown;

/// <summary>Reads Markdown as a Jekyll site's and writes it.</summary>
internal static class KramdownSample
{
    public static string Html(string markdown) => Html(markdown, KramdownOptions.Jekyll);

    public static string Html(string markdown, KramdownOptions options) => KramdownConverter.ToHtml(markdown, options).TrimEnd('\n');
}
