using FeedApi.Model;
using FeedApi.Rendering.Links;
using FeedApi.Rendering.Liquid.Filters;
using FeedApi.Rendering.Liquid.Values;
using FeedApi.Site;
using FeedApi.Site.Addresses;
using FeedApi.Site.Files;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>Shared by all renderings of a site: filters, settings and data as values, included files, addresses. Thread-safe.</summary>
internal sealed class LiquidSite(SiteConfig config, Func<string, string> markdown)
{
    // Jekyll provides these because it renders all posts together; here one post's rendering must not depend on the others.
    private static readonly string[] Unknown =
        ["posts", "pages", "documents", "collections", "categories", "tags", "static_files", "html_pages", "html_files", "related_posts"];

    private readonly Lazy<ValueMap> settings = new(() => SettingsOf(config));
    private readonly Permalinks permalinks = new(config);

    public SiteConfig Config => config;
    public Func<string, string> Markdown => markdown;
    public TemplateOptions Options { get; } = LiquidFilters.AddTo(new TemplateOptions { MaxSteps = LiquidLimits.Steps, MaxRecursion = 0 });
    public IncludeFiles Includes { get; } = new(config);
    public LinkTargets Targets { get; } = new(config);

    /// <summary>The variable <c>jekyll</c>, with the values of a production build.</summary>
    public DictionaryValue Jekyll { get; } =
        ValueMap.From(("version", new StringValue("4.3.4")), ("environment", new StringValue("production")));

    /// <summary>True for a post whose front matter says <c>render_with_liquid: false</c>.</summary>
    public static bool IsExempt(Post post) =>
        post.FrontMatterMap?.Find("render_with_liquid") is ConfigScalar { IsPlain: true, Text: "false" or "no" or "off" };

    /// <summary>The variable <c>site</c>, with the given <c>site.time</c>.</summary>
    public FluidValue ValuesAt(DateTimeOffset time)
    {
        var values = new ValueMap(settings.Value);
        values.Set("time", new DateTimeValue(time));
        return new DictionaryValue(values);
    }

    /// <summary>The variable <c>page</c>: front matter and Jekyll's own properties of a post, computed on demand.</summary>
    public FluidValue PageOf(Post post)
    {
        var map = new ValueMap();
        foreach (var entry in post.FrontMatterMap?.Entries ?? []) map.Set(entry.Key, () => YamlValues.Of(entry.Value, config.TimeZone));
        map.Set("title", () => new StringValue(post.Title));
        map.Set("date", () => new DateTimeValue(TimeZoneInfo.ConvertTime(post.Published, config.TimeZone)));
        map.Set("categories", () => new ArrayValue([.. post.Categories.Select(text => new StringValue(text))]));
        map.Set("tags", () => new ArrayValue([.. post.Tags.Select(text => new StringValue(text))]));
        map.Set("draft", () => BooleanValue.Create(PostPath.IsDraft(post.Path)));
        map.Set("content", () => new StringValue(post.Body));
        map.Set("url", () => new StringValue(UrlOf(post)));
        map.Set("id", () => new StringValue(FolderOf(UrlOf(post).TrimEnd('/')) + post.WrittenSlug));
        map.Set("path", () => new StringValue(config.Sources.RelativePath(post.Path)));
        map.Set("relative_path", () => new StringValue(config.Sources.RelativePath(post.Path)));
        map.Set("slug", new StringValue(post.WrittenSlug));
        map.Set("collection", new StringValue("posts"));
        map.Set("name", () => new StringValue(Path.GetFileName(post.Path)));
        map.Set("ext", () => new StringValue(Path.GetExtension(post.Path)));
        map.Set("next", new UnknownValue("page.next is not known while a post is rendered."));
        map.Set("previous", new UnknownValue("page.previous is not known while a post is rendered."));
        return new DictionaryValue(map);
    }

    private string UrlOf(Post post) => SiteLinks.Encode(permalinks.PathOf(post).Path);

    private static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static ValueMap SettingsOf(SiteConfig config)
    {
        var values = new ValueMap();
        foreach (var entry in config.Settings?.Entries ?? []) values.Set(entry.Key, YamlValues.Of(entry.Value, config.TimeZone));
        var collections = (config.Settings?.Find("collections") as ConfigMap)?.Entries.Select(entry => entry.Key) ?? [];
        foreach (var name in Unknown.Concat(collections))
            values.Set(name, new UnknownValue($"site.{name} is not known while a post is rendered."));
        values.Set("url", new StringValue(config.Url));
        values.Set("baseurl", new StringValue(config.BaseUrl));
        values.Set("data", DataOf(config));
        return values;
    }

    // Each folder becomes a mapping.
    private static DictionaryValue DataOf(SiteConfig config)
    {
        var root = new ValueMap();
        foreach (var file in config.Data ?? SiteData.Read(config))
        {
            var folder = file.Keys.SkipLast(1).Aggregate(root, (map, key) => map.Below(key));
            FluidValue value = file.Fault is null ? BooleanValue.False : new UnknownValue(file.Fault);
            folder.Set(file.Keys[^1], file.Node is null ? value : YamlValues.Of(file.Node, config.TimeZone));
        }

        return new DictionaryValue(root);
    }
}
