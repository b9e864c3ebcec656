using Markdig;

namespace FeedApi.Kramdown;

/// <summary>Turns Markdown into HTML by kramdown's rules in one call.</summary>
/// <remarks>Thread-safe. The HTML in the Markdown passes as it is: clean the result when the author is not trusted.</remarks>
public static class KramdownConverter
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseKramdownRenderers().Build();

    /// <summary>The HTML of a document.</summary>
    /// <param name="markdown">The source.</param>
    /// <param name="options">How it is read; kramdown's defaults when null.</param>
    /// <exception cref="KramdownLimitException">Reading costs more than <see cref="KramdownOptions.Limits"/> allow.</exception>
    public static string ToHtml(string markdown, KramdownOptions? options = null) =>
        KramdownParser.Parse(markdown, options).ToHtml(Pipeline);
}
