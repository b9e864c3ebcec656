using FeedApi.Kramdown;

namespace FeedApi.Tests.Kramdown;

/// <summary>Reads Markdown as a Jekyll site's and writes it.</summary>
/// <remarks>
/// The cases of this folder were made with kramdown 2.4.0 and kramdown-parser-gfm 1.1.0; white space is as Markdig's renderer writes it.
/// </remarks>
internal static class KramdownSample
{
    public static string Html(string markdown) => Html(markdown, KramdownOptions.Jekyll);

    public static string Html(string markdown, KramdownOptions options) => KramdownConverter.ToHtml(markdown, options).TrimEnd('\n');
}
