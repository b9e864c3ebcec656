using System.Collections.Concurrent;
using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Markdown.Attributes;
using FeedApi.Rendering.Markdown.Goldmark;
using FeedApi.Site;
using FeedApi.Site.Hugo;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Renderers;
using Markdig.Syntax;

namespace FeedApi.Rendering.Markdown;

/// <summary>Turns Markdown into HTML that is not yet sanitised. Raw HTML is kept. Thread-safe.</summary>
/// <param name="kramdown">The site's kramdown options; null for CommonMark with extensions.</param>
/// <param name="goldmark">How Hugo renders Markdown; null on other sites.</param>
/// <param name="zola">What Zola does differently; null on other sites.</param>
/// <param name="hasCjkEmphasis">True when <see cref="CjkEmphasis"/> is emphasis; kramdown's always is.</param>
internal sealed class MarkdownRenderer(KramdownOptions? kramdown, GoldmarkSettings? goldmark, ZolaMarkdown? zola, bool hasCjkEmphasis)
{
    private readonly MarkdownPipeline pipeline = kramdown is not null ? BuildKramdownPipeline()
        : goldmark is not null ? GoldmarkPipeline.Build(goldmark, hasCjkEmphasis)
        : BuildPipeline(zola is not null, hasCjkEmphasis);
    private readonly KramdownOptions? kramdown = kramdown is null ? null : kramdown with { Limits = RenderingLimits.Kramdown };
    private readonly ConcurrentBag<HtmlRenderer> renderers = [];

    private bool LinksAddresses => !(goldmark?.DisabledExtensions.Contains(GoldmarkPipeline.Linkify) ?? false);

    /// <summary>A renderer for the posts of a site.</summary>
    public static MarkdownRenderer For(SiteConfig site) => new(
        site.Kramdown,
        site.Hugo?.Goldmark,
        site.Hugo is { IsZola: true, Zola: var zola } ? new ZolaMarkdown(zola) : null,
        site.HasCjkEmphasis);

    /// <summary>The HTML of a text.</summary>
    /// <exception cref="RenderingException">The Markdown exceeds a limit.</exception>
    public string Render(string markdown) => Render(markdown, unused: null);

    /// <summary>The HTML of a text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="unused">Gets the footnotes that are left out because nothing refers to them; null when nobody asks.</param>
    /// <exception cref="RenderingException">The Markdown exceeds a limit.</exception>
    public string Render(string markdown, List<UnusedFootnote>? unused)
    {
        // Markdig throws when it percent-encodes a lone surrogate.
        var text = XmlText.Clean(markdown);
        MarkdownGuard.CheckLength(text);
        try
        {
            return kramdown is null ? RenderCommonMark(text, unused) : RenderKramdown(text, kramdown, unused);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("too deeply nested", StringComparison.OrdinalIgnoreCase))
        {
            // Markdig has no type of its own for its limit, which its parser and its writer check.
            throw new RenderingException(ProblemCodes.MarkdownDepth, "The Markdown is nested too deeply.");
        }
    }

    private string RenderKramdown(string text, KramdownOptions options, List<UnusedFootnote>? unused)
    {
        var document = ParseKramdown(text, options);
        unused?.AddRange(document.UnusedFootnotes());
        return Write(document);
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

    private string RenderCommonMark(string text, List<UnusedFootnote>? unused)
    {
        MarkdownGuard.Check(text);
        if (goldmark is { HasEmoji: true }) text = EmojiNames.Replace(text);
        var document = Markdig.Markdown.Parse(text, pipeline);
        if (goldmark is { ShowsRawHtml: false }) RawHtml.LeaveOut(document);
        if (LinksAddresses && text.Contains('@', StringComparison.Ordinal)) MailAddresses.Link(document, goldmark is not null);
        AbbreviationMarks.Mark(document);
        BlockAttributes.Apply(document);
        var footnotes = UnusedFootnotes.TakeFrom(document);
        unused?.AddRange(footnotes);
        zola?.Apply(document);
        return Write(document);
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

    // Only GitHub's heading ids keep CJK.
    private static MarkdownPipeline BuildPipeline(bool isZola, bool hasCjkEmphasis)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseDefinitionLists()
            .UseAbbreviations();
        if (!isZola) builder.UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Extensions.Add(new BlockAttributes(takesAll: false));
        builder.Extensions.Add(new HeadingAttributes(takesEmpty: false));
        builder.InlineParsers.Insert(0, new BareAddressParser(new AutoLinkOptions()));
        if (hasCjkEmphasis) builder.Extensions.Add(new CjkEmphasis());
        builder.Extensions.Add(new UnusedFootnotes());
        builder.Extensions.Add(new InlineBudget());
        return builder.Build();
    }
}
