using Markdig;

namespace FeedApi.Kramdown;

/// <summary>Converts Markdown to HTML by kramdown's rules in one call.</summary>
/// <remarks>Thread-safe. HTML in the Markdown is kept: sanitise the result when the author is not trusted.</remarks>
public static class KramdownConverter
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseKramdownRenderers().Build();

    /// <summary>Converts a document to HTML.</summary>
    /// <param name="markdown">The source.</param>
    /// <param name="options">The options; kramdown's defaults when null.</param>
    /// <exception cref="KramdownLimitException">The document exceeds <see cref="KramdownOptions.Limits"/>.</exception>
    public static string ToHtml(string markdown, KramdownOptions? options = null) =>
        KramdownParser.Parse(markdown, options).ToHtml(Pipeline);
}
