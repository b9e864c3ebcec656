using System.Collections.Concurrent;
using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Markdown.Goldmark;
using FeedApi.Site;
using FeedApi.Site.Hugo;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown;

/// <summary>Turns Markdown into HTML that is not yet sanitised. Raw HTML is kept. Thread-safe.</summary>
/// <param name="kramdown">The site's kramdown options; null for CommonMark with extensions.</param>
/// <param name="goldmark">How Hugo renders Markdown; null on other sites.</param>
/// <param name="zola">What Zola does differently; null on other sites.</param>
internal sealed class MarkdownRenderer(KramdownOptions? kramdown, GoldmarkSettings? goldmark = null, ZolaMarkdown? zola = null)
{
    private readonly MarkdownPipeline pipeline = kramdown is not null ? BuildKramdownPipeline()
        : goldmark is not null ? GoldmarkPipeline.Build(goldmark)
        : BuildPipeline(zola is not null);
    private readonly KramdownOptions? kramdown = kramdown is null ? null : kramdown with { Limits = RenderingLimits.Kramdown };
    private readonly ConcurrentBag<HtmlRenderer> renderers = [];

    /// <summary>A renderer for the posts of a site.</summary>
    public static MarkdownRenderer For(SiteConfig site) => new(
        site.Kramdown, site.Hugo?.Goldmark, site.Hugo is { IsZola: true, Zola: var zola } ? new ZolaMarkdown(zola) : null);

    /// <summary>The HTML of a text.</summary>
    /// <exception cref="RenderingException">The Markdown exceeds a limit.</exception>
    public string Render(string markdown)
    {
        // Markdig throws when it percent-encodes a lone surrogate.
        var text = XmlText.Clean(markdown);
        MarkdownGuard.CheckLength(text);
        return kramdown is null ? RenderCommonMark(text) : Write(ParseKramdown(text, kramdown));
    }

    private static MarkdownDocument ParseKramdown(string text, KramdownOptions options)
    {
        try
        {
            return KramdownParser.Parse(text, options);
        }
        catch (KramdownLimitException exception)
        {
            var code = exception.Limit == KramdownLimit.Nesting ? ProblemCodes.MarkdownDepth : ProblemCodes.RenderBudget;
            throw new RenderingException(code, exception.Message, exception.Line);
        }
    }

    private string RenderCommonMark(string text)
    {
        MarkdownGuard.Check(text);
        try
        {
            if (goldmark is { HasEmoji: true }) text = EmojiNames.Replace(text);
            var document = Markdig.Markdown.Parse(text, pipeline);
            if (goldmark is { ShowsRawHtml: false }) RawHtml.LeaveOut(document);
            AutoLinkEnds.Mend(document);
            zola?.Apply(document);
            return Write(document);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("too deeply nested", StringComparison.OrdinalIgnoreCase))
        {
            throw new RenderingException(ProblemCodes.MarkdownDepth, "The Markdown is nested too deeply.");
        }
    }

    // Setting up a renderer takes three times as long as a typical post. One that threw is not reused.
    private string Write(MarkdownDocument document)
    {
        using var html = new BoundedWriter();
        if (!renderers.TryTake(out var renderer))
        {
            renderer = new HtmlRenderer(html);
            pipeline.Setup(renderer);
        }

        renderer.Writer = html;
        renderer.Render(document);
        renderers.Add(renderer);
        return html.ToString();
    }

    // Only Markdig's renderer is used: kramdown's parser replaces those of the pipeline.
    private static MarkdownPipeline BuildKramdownPipeline() => new MarkdownPipelineBuilder().UseKramdownRenderers().Build();

    // Only GitHub's heading ids keep CJK. Attributes come last because they extend every other parser.
    private static MarkdownPipeline BuildPipeline(bool isZola)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseAutoLinks()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseDefinitionLists()
            .UseAbbreviations();
        if (isZola) builder.Extensions.Add(new HeadingAttributes());
        else builder.UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UseGenericAttributes();
        builder.Extensions.Add(new InlineBudget());
        return builder.Build();
    }
}
