using FeedApi.Model;
using FeedApi.Site;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>The post in a template: its title, its parameters, and rendering of Markdown.</summary>
/// <param name="post">The post.</param>
/// <param name="site">The site.</param>
internal sealed class PageObject(Post post, SiteConfig site) : ITemplateObject
{
    private readonly Lazy<object?> parameters = new(() => ConfigValues.Of(post.FrontMatterMap));
    private ScratchObject? scratch;
    private ScratchObject? store;

    /// <summary>The site.</summary>
    public SiteObject Site { get; } = new(site);

    /// <summary>What renders Markdown; set once.</summary>
    public TemplateContext? Context { get; set; }

    /// <summary>A parameter of the post, else of the site; null when there is none.</summary>
    /// <remarks>Hugo, "Param": names ignore case, dots separate the names of nested maps.</remarks>
    public object? Param(string name) =>
        ConfigValues.Find(parameters.Value, name) ?? ConfigValues.Find(parameters.Value, "params." + name) ?? Site.Param(name);

    /// <inheritdoc/>
    public object? FieldOf(string name, IReadOnlyList<object?> arguments) => (name, arguments) switch
    {
        ("Title", []) => post.Title,
        ("Params", []) => parameters.Value,
        ("Param", [var key]) => Param(TemplateValues.TextOf(key)),
        ("Site", []) => Site,
        ("Scratch", []) => scratch ??= new ScratchObject(Context!.Budget),
        ("Store", []) => store ??= new ScratchObject(Context!.Budget),
        ("RenderString", [var text]) => Render(text, options: null),
        ("RenderString", [var options, var text]) => Render(text, options),
        _ => throw new TemplateException($"uses .Page.{name}"),
    };

    private SafeText Render(object? text, object? options)
    {
        var display = (options as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("display");
        return Context!.Render(TemplateValues.TextOf(text), isBlock: display is "block");
    }
}

/// <summary>The site in a template: its title, address, language and parameters.</summary>
/// <param name="site">The site.</param>
internal sealed class SiteObject(SiteConfig site) : ITemplateObject
{
    private readonly Lazy<object?> parameters = new(() => ConfigValues.Of(site.Hugo?.Params));

    /// <summary>A parameter; null when there is none.</summary>
    public object? Param(string name) => ConfigValues.Find(parameters.Value, name);

    /// <inheritdoc/>
    public object? FieldOf(string name, IReadOnlyList<object?> arguments) => (name, arguments) switch
    {
        ("Title", []) => site.Title,
        ("BaseURL", []) => new SafeText(SafeTextKind.Address, site.Url + site.BaseUrl + "/"),
        ("LanguageCode", []) => site.Language,
        ("Params", []) => parameters.Value,
        ("Param", [var key]) => Param(TemplateValues.TextOf(key)),
        _ => throw new TemplateException($"uses .Site.{name}"),
    };
}
