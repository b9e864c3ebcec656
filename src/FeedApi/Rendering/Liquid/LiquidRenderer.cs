using FeedApi.Model;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Site;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Rendering.Liquid;

/// <summary>Renders the Liquid in posts of a Jekyll site, before their Markdown. Thread-safe.</summary>
/// <remarks>Jekyll 4.3's rules on Fluid's parser. Nothing outside the content folder is read, and nothing is written.</remarks>
/// <param name="config">The site; only a Jekyll site has Liquid.</param>
/// <param name="markdown">Renders the input of <c>markdownify</c>.</param>
internal sealed class LiquidRenderer(SiteConfig config, Func<string, string> markdown)
{
    private readonly LiquidSite? site = config.IsJekyll ? new LiquidSite(config, markdown) : null;

    /// <summary>The text with its Liquid rendered. A fault is reported as a problem; its part is left out or left as written.</summary>
    public string Render(Post post, string source, List<Problem> problems)
    {
        if (site is null || !LiquidParser.HasLiquid(source) || LiquidSite.IsExempt(post)) return source;
        if (source.Length > LiquidLimits.TextChars) return source;
        var context = new LiquidContext(site, post, problems);
        try
        {
            return LiquidParser.Parse(source).Render(context);
        }
        catch (Exception fault) when (fault is not UnreadableException)
        {
            if (fault is LiquidSyntaxException { Line: var line }) context.Arrive(line);
            var (code, message) = fault switch
            {
                LiquidException { Code: var known } => (known, fault.Message),
                _ when context.IsExhaustedBy(fault) => (ProblemCodes.LiquidBudget, fault.Message),
                // A bug, ours or the library's, must cost only the tags and not the post.
                _ => (ProblemCodes.Unexpected, $"Liquid failed with {fault.GetType().Name}: {fault.Message}"),
            };
            context.Warn(code, message, "The text is shown with its Liquid as written.");
            return source;
        }
    }
}
