using FeedApi.Site;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>What templates of one body share.</summary>
/// <param name="Site">The site.</param>
/// <param name="Page">The post; what <c>.Page</c> and <c>page</c> are.</param>
/// <param name="Markdown">Renders Markdown.</param>
/// <param name="Budget">What may be spent.</param>
internal sealed record TemplateContext(SiteConfig Site, PageObject Page, Func<string, string> Markdown, TemplateBudget Budget)
{
    /// <summary>Renders Markdown; a lone paragraph is given without its element, unless a block is wanted.</summary>
    /// <exception cref="TemplateException">The text exceeds a limit.</exception>
    public SafeText Render(string text, bool isBlock = false)
    {
        Budget.SpendMarkdown(text.Length);
        try
        {
            var written = Markdown(text);
            var html = written.Trim();
            const string open = "<p>", close = "</p>";
            var isLone = html.StartsWith(open, StringComparison.Ordinal)
                && html.IndexOf(close, StringComparison.Ordinal) == html.Length - close.Length;
            return new SafeText(SafeTextKind.Html, isLone && !isBlock ? html[open.Length..^close.Length] : written);
        }
        catch (RenderingException failure)
        {
            throw new TemplateException($"has Markdown that cannot be rendered: {failure.Message}");
        }
    }
}
