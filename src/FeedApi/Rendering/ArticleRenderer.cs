using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Embeds;
using FeedApi.Rendering.Links;
using FeedApi.Rendering.Liquid;
using FeedApi.Rendering.Markdown;
using FeedApi.Rendering.Markdown.Goldmark;
using FeedApi.Rendering.Media;
using FeedApi.Rendering.Shortcodes;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;

namespace FeedApi.Rendering;

/// <summary>
/// Turns a <see cref="Post"/> into an <see cref="Article"/>: rendered, sanitised, complete. The publisher calls it
/// once per version of a post.
/// </summary>
/// <remarks>Thread-safe. It never throws for a bad post: every fault is a problem of the rendering.</remarks>
internal sealed class ArticleRenderer(SiteConfig site)
{
    /// <summary>
    /// Increased when the same post would render differently, so that every post is rendered again; what was published is served meanwhile.
    /// </summary>
    public const int RenderingVersion = 9;

    private const string HeldBack = "The post is held back.";

    private readonly MarkdownRenderer markdown = MarkdownRenderer.For(site);
    private readonly LiquidRenderer liquid = new(site, MarkdownRenderer.For(site).Render);
    private readonly BodyReader bodies = new(site);
    private readonly Permalinks permalinks = new(site);
    private readonly ArticleOutlines outlines = new(site);
    private readonly SiteShortcodes shortcodes = new(site);
    private readonly Images images = new(site);

    /// <summary>Renders one post; the article is null when a problem of severity error rejects it.</summary>
    /// <param name="post">The post.</param>
    /// <param name="isLenient">True: pictures and recordings that cannot be read are treated like missing ones.</param>
    public ArticleRendering Render(Post post, bool isLenient = false)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Guarded(post, () =>
        {
            var problems = new List<Problem>();
            var links = site.IsJekyll ? null : new InternalLinks(post, site, permalinks, problems);
            var outputs = new ShortcodeOutputs(post.Body);
            var expanded = links is null ? post : WithoutShortcodes(post, links, outputs, problems);
            var article = RenderArticle(expanded, links, outputs, problems, isLenient, out var awaited);
            return new ArticleRendering(article, problems, outlines.NameGuidOf(post)) { AwaitedFiles = awaited };
        });
    }

    /// <summary>
    /// Makes of a post what its front matter gives: an article without anything that needs the body, and the problems of that part.
    /// </summary>
    /// <remarks>Costs a hundredth of rendering. Everything in it is the same in the rendered article.</remarks>
    public ArticleRendering Outline(Post post)
    {
        ArgumentNullException.ThrowIfNull(post);
        return Guarded(post, () =>
        {
            var problems = new List<Problem>();
            return new ArticleRendering(outlines.Of(post, problems), problems, outlines.NameGuidOf(post));
        });
    }

    private ArticleRendering Guarded(Post post, Func<ArticleRendering> render)
    {
        try
        {
            return render();
        }
        catch (UnreadableException fault)
        {
            var message = $"{fault.MessageIn(site.ContentFolder)}.";
            var problem = new Problem(ProblemCodes.Unreadable, ProblemSeverity.Error, post.Path, null, null, message, HeldBack);
            return Rejected(problem) with { IsUnreadable = true };
        }
        catch (RenderingException rejection)
        {
            var line = rejection.Line is { } number ? post.BodyLine + number : post.BodyLine;
            return Rejected(new Problem(rejection.Code, ProblemSeverity.Error, post.Path, line, null, rejection.Message, HeldBack));
        }
#pragma warning disable CA1031 // The boundary of one post: whatever a parser throws must not stop the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var message = $"Rendering failed: {exception.GetType().Name}: {exception.Message}";
            return Rejected(new Problem(ProblemCodes.Unexpected, ProblemSeverity.Error, post.Path, null, null, message, HeldBack));
        }
    }

    private static ArticleRendering Rejected(Problem problem) => new(null, [problem]);

    // Only for Hugo and Zola: in Jekyll the same brackets are Liquid.
    private Post WithoutShortcodes(Post post, InternalLinks links, ShortcodeOutputs outputs, List<Problem> problems)
    {
        if (post.Body.Length > RenderingLimits.BodyChars) return post;
        var tags = ShortcodeScanner.For(site, post.Body).Scan();
        if (tags.Count == 0) return post;
        var templates = new ShortcodeRendering(post, site, shortcodes, markdown.Render, outputs);
        return post with
        {
            Body = new ShortcodeExpansion(post, tags, new KnownShortcodes(markdown.Render), templates, links, problems).Expand()
        };
    }

    private Article RenderArticle(
        Post post, InternalLinks? links, ShortcodeOutputs outputs, List<Problem> problems, bool isLenient,
        out IReadOnlyList<string> awaited)
    {
        var outline = outlines.Of(post, problems);
        var path = outline.Path;
        Func<string, string?>? findPost = links is null ? null : name => links.Resolve(name, line: null);
        var bundle = site.BundleOf(post.Path);
        var linked = new LinkedFiles(site, post.Path, bundle is not null);
        var addresses = new AddressResolver(site, ArticleAddresses.Of(site, path), bundle, findPost) { Linked = linked };
        List<UnusedFootnote> unused = [];
        var source = liquid.Render(post, post.Body, problems);
        var rendered = HtmlOf(post, source, unused);
        if (unused.Count > 0) problems.Add(UnusedFootnotes.ProblemOf(post, unused));
        ReportRawHtml(post, rendered, problems);
        var written = outputs.Restore(rendered);
        var report = new BodyReport(source);
        var body = bodies.Read(written, addresses, Summary.SeparatorComment(post, site), report);
        problems.AddRange(report.ProblemsOf(post));
        var reading = body.Reading;
        var text = XmlText.Clean(reading.Text);
        var missing = new MissingFiles(site, addresses, isLenient);
        foreach (var address in reading.Media) missing.LookForPicture(address);
        if (post.Image is { } image) missing.LookForPicture(image.Url);
        var enclosures = Enclosures.Of(post, addresses, missing);
        problems.AddRange(missing.ProblemsOf(post));
        MetaFiles.Note(post.Meta, addresses);
        awaited = missing.Awaited;
        return outline with
        {
            Summary = Summary.Of(WithSummaryAsHtml(post), site, reading, ExcerptOf(post, reading, outputs, addresses)),
            Html = body.Html,
            PageHtml = body.PageHtml == body.Html ? null : body.PageHtml,
            Text = text,
            Markdown = post.Format == PostFormat.Markdown ? XmlText.Clean(outputs.Restore(post.Body)) : null,
            Image = images.Of(post, reading, addresses, isLenient),
            Enclosures = enclosures,
            ExternalUrl = outline.RedirectTo ?? reading.ExternalUrl,
            WordCount = post.IsCjk is { } countsLetters ? CjkWords.Count(text, countsLetters) : WordCount.Of(text),
            Files = body.Files,
            LinkedFiles = linked.Keys,
        };
    }

    private Post WithSummaryAsHtml(Post post) =>
        post is { HasMarkdownSummary: true, Summary: { Length: <= Summary.ExplicitChars } written }
            ? post with { Summary = markdown.Render(written) }
            : post;

    private void ReportRawHtml(Post post, string html, List<Problem> problems)
    {
        if (site.Hugo?.Goldmark is not { ShowsRawHtml: false } || post.Format != PostFormat.Markdown) return;
        if (!html.Contains(RawHtml.Omitted, StringComparison.Ordinal)) return;
        problems.Add(new Problem(
            ProblemCodes.RawHtml, ProblemSeverity.Warning, post.Path, post.BodyLine, null,
            "Hugo leaves raw HTML out of Markdown unless markup.goldmark.renderer.unsafe is true.", "It is left out here too."));
    }

    private string? ExcerptOf(Post post, BodyReading reading, ShortcodeOutputs outputs, AddressResolver addresses)
    {
        if (post.Summary is not null || (ExcerptSource.Of(post, site) ?? Summary.SourceBeforeSeparator(post, site)) is not { } source)
            return null;
        var isOfBody = source.AsSpan().Trim().SequenceEqual(post.Body.AsSpan().Trim())
            || (!bodies.HasRules && ExcerptSource.IsSummarisedByBody(post.Body, source, reading.Text));
        var text = isOfBody ? reading.Text : TextOf(post, source, outputs, addresses);
        return text.Length > 0 ? XmlText.Clean(text) : null;
    }

    private string TextOf(Post post, string source, ShortcodeOutputs outputs, AddressResolver addresses)
    {
        // Its problems were already reported for the whole body.
        var written = liquid.Render(post, source, []);
        return bodies.TextOf(outputs.Restore(HtmlOf(post, written, unused: null)), addresses, written);
    }

    private string HtmlOf(Post post, string body, List<UnusedFootnote>? unused)
    {
        if (post.Format == PostFormat.Markdown) return markdown.Render(body, unused);
        if (body.Length <= RenderingLimits.BodyChars) return body;
        throw new RenderingException(ProblemCodes.RenderBudget, "The body has too many characters.");
    }
}
