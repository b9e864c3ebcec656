using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Rendering.Shortcodes.Templates;
using FeedApi.Site;

namespace FeedApi.Rendering.Shortcodes;

/// <summary>Renders for one body the shortcodes whose output depends on more than their arguments.</summary>
internal sealed class ShortcodeRendering
{
    // Each costs a look at some files.
    private const int MaxNames = 256;

    private readonly Dictionary<string, ShortcodeTemplate?> found = new(StringComparer.Ordinal);
    private readonly SiteShortcodes templates;
    private readonly ShortcodeOutputs outputs;
    private readonly TemplateContext context;

    /// <summary>Rendering for one body.</summary>
    /// <param name="post">The post.</param>
    /// <param name="site">The site.</param>
    /// <param name="templates">The templates of its shortcodes.</param>
    /// <param name="markdown">Renders Markdown.</param>
    /// <param name="outputs">Keeps what Markdown must not see.</param>
    public ShortcodeRendering(
        Post post, SiteConfig site, SiteShortcodes templates, Func<string, string> markdown, ShortcodeOutputs outputs)
    {
        (this.templates, this.outputs) = (templates, outputs);
        LeavesOutRawHtml = site.Hugo?.Goldmark is { ShowsRawHtml: false };
        var page = new PageObject(post, site);
        page.Context = context = new TemplateContext(site, page, markdown, new TemplateBudget());
    }

    /// <summary>True when Markdown loses its HTML, so that it must not see that of shortcodes.</summary>
    public bool LeavesOutRawHtml { get; }

    /// <summary>The site's template of a shortcode; null when there is none.</summary>
    public ShortcodeTemplate? TemplateOf(string name)
    {
        if (found.TryGetValue(name, out var known)) return known;
        return found.Count < MaxNames ? found[name] = templates.Find(name) : null;
    }

    /// <summary>What a template makes of a shortcode.</summary>
    /// <exception cref="TemplateException">It cannot be rendered here.</exception>
    public string Render(ShortcodeTemplate template, string name, int ordinal, ShortcodeArguments arguments, string inner)
    {
        if (template.Fault is { } fault) throw new TemplateException(fault);
        var shortcode = new ShortcodeObject(name, ordinal, arguments, inner, context.Page);
        return Restored(XmlText.Clean(new TemplateExecution(shortcode, context).Run(template.Nodes)));
    }

    /// <summary>The HTML of <c>details</c>; null when its text cannot be rendered on its own.</summary>
    /// <remarks>Hugo 0.140, "Details shortcode".</remarks>
    public string? DetailsOf(ShortcodeArguments arguments, string inner)
    {
        try
        {
            var open = arguments.Named("open") is "true" or "1" ? " open" : "";
            var summary = context.Render(arguments.Named("summary") ?? "Details");
            return Restored($"<details{open}><summary>{summary}</summary>\n{context.Render(inner, isBlock: true)}</details>");
        }
        catch (TemplateException)
        {
            return null;
        }
    }

    /// <summary>The parameter of the post or site that <c>param</c> names; null when there is none.</summary>
    public string? ParameterOf(ShortcodeArguments arguments)
    {
        if (arguments.Find("name", 0) is not { } name || context.Page.Param(name) is not { } value) return null;
        return System.Net.WebUtility.HtmlEncode(TemplateValues.TextOf(value));
    }

    /// <summary>What stands in the body for an output.</summary>
    public string Place(string html, bool isMarkdown) => isMarkdown ? html : outputs.Add(html);

    // An output holds no words of others: each output is counted once with all that is in it.
    private string Restored(string html)
    {
        var restored = outputs.Restore(html);
        context.Budget.Spend(restored.Length - html.Length);
        return restored;
    }
}
