using FeedApi.Model;
using FeedApi.Rendering.Liquid.Parsing;
using FeedApi.Rendering.Liquid.Site;
using FeedApi.Site;

namespace FeedApi.Rendering.Liquid;

/// <summary>Renders the Liquid in posts of a Jekyll site, before Markdown sees them. Thread-safe; called by <see cref="ArticleRenderer"/>.</summary>
/// <remarks>Jekyll 4.3 with Liquid's error mode <c>warn</c>. Nothing outside the content folder is read, and nothing is ever written.</remarks>
internal sealed class LiquidRenderer
{
    private const string AsWritten = "The text is shown with its Liquid as written.";

    private readonly LiquidSite? site;

    /// <summary>Prepares for a site.</summary>
    /// <param name="config">The site; one that is not read as Jekyll's has no Liquid.</param>
    /// <param name="markdown">What <c>markdownify</c> does.</param>
    public LiquidRenderer(SiteConfig config, Func<string, string> markdown) => site = config.IsJekyll ? new LiquidSite(config, markdown) : null;

    /// <summary>The text with its Liquid rendered. A fault never throws: it becomes a problem, and what it spoils is left out or left as written.</summary>
    /// <param name="post">The post that the text belongs to.</param>
    /// <param name="source">Its body, or the part of it that is the excerpt.</param>
    /// <param name="problems">Gets the faults.</param>
    public string Render(Post post, string source, List<Problem> problems)
    {
        if (site is null || !LiquidTokenizer.HasLiquid(source) || LiquidPage.IsExempt(post)) return source;
        if (source.Length > LiquidLimits.TextChars) return source;
        try
        {
            return RenderTemplate(site, post, source, problems);
        }
        catch (LiquidSyntaxException fault)
        {
            new ProblemReport(post, problems).WarnAt(fault.Line, fault.Code, fault.Message, AsWritten);
            return source;
        }
        catch (Exception failure)
        {
            // A fault of ours or of the library; it costs the tags and not the post.
            new ProblemReport(post, problems).WarnAt(1, ProblemCodes.Unexpected, $"Liquid failed with {failure.GetType().Name}: {failure.Message}", AsWritten);
            return source;
        }
    }

    private static string RenderTemplate(LiquidSite site, Post post, string source, List<Problem> problems)
    {
        var context = new LiquidContext(site, post, problems);
        try
        {
            return LiquidParser.Parse(source).Render(context, out _);
        }
        catch (LiquidBudgetException fault)
        {
            context.Warn(ProblemCodes.LiquidBudget, fault.Message, AsWritten);
            return source;
        }
    }
}
