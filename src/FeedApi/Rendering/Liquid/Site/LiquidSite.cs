using FeedApi.Content;
using FeedApi.Rendering.Liquid.Filters;
using FeedApi.Rendering.Liquid.Values;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>What all renderings of a site share: filters, settings and data as values, included files, addresses. Thread-safe.</summary>
/// <param name="config">The site's settings.</param>
/// <param name="markdown">What <c>markdownify</c> does.</param>
internal sealed class LiquidSite(SiteConfig config, Func<string, string> markdown)
{
    // What Jekyll shows while it renders everything at once; one post's rendering must not change with its neighbours.
    private static readonly string[] Unknown =
        ["posts", "pages", "documents", "collections", "categories", "tags", "static_files", "html_pages", "html_files", "related_posts"];

    private readonly Lazy<ValueMap> settings = new(() => SettingsOf(config));
    private readonly LiquidPage page = new(config);

    public SiteConfig Config => config;

    public Func<string, string> Markdown => markdown;

    /// <summary>Fluid's options: the filters and the limit of steps.</summary>
    public TemplateOptions Options { get; } = LiquidFilters.AddTo(new TemplateOptions { MaxSteps = LiquidLimits.Steps, MaxRecursion = 0 });

    public IncludeFiles Includes { get; } = new(config);

    public LinkTargets Targets { get; } = new(config);

    /// <summary>The variable <c>jekyll</c>: posts see what they would see when Jekyll publishes them.</summary>
    public DictionaryValue Jekyll { get; } = ValueMap.From(("version", new StringValue("4.3.4")), ("environment", new StringValue("production")));

    /// <summary>The variable <c>page</c>.</summary>
    public FluidValue PageOf(Post post) => page.Of(post);

    /// <summary>The variable <c>site</c>.</summary>
    /// <param name="time">What <c>site.time</c> is.</param>
    public FluidValue ValuesAt(DateTimeOffset time) => new DictionaryValue(new SiteMap(settings, time));

    private static ValueMap SettingsOf(SiteConfig config)
    {
        var values = new ValueMap();
        foreach (var entry in config.Settings?.Entries ?? []) values.Set(entry.Key, YamlValues.Of(entry.Value, config.TimeZone));
        var collections = (config.Settings?.Find("collections") as YamlMap)?.Entries.Select(entry => entry.Key) ?? [];
        foreach (var name in Unknown.Concat(collections)) values.Set(name, new UnknownValue($"site.{name} is not known while a post is rendered."));
        values.Set("url", new StringValue(config.Url));
        values.Set("baseurl", new StringValue(config.BaseUrl));
        values.Set("data", DataOf(config));
        return values;
    }

    // Folders are mappings.
    private static DictionaryValue DataOf(SiteConfig config)
    {
        var root = new ValueMap();
        foreach (var file in SiteData.Read(config))
        {
            var folder = file.Keys.SkipLast(1).Aggregate(root, (map, key) => map.Below(key));
            FluidValue value = file.Fault is null ? BooleanValue.False : new UnknownValue(file.Fault);
            folder.Set(file.Keys[^1], file.Node is null ? value : YamlValues.Of(file.Node, config.TimeZone));
        }

        return new DictionaryValue(root);
    }

    // The shared settings, and the time of one rendering.
    private sealed class SiteMap(Lazy<ValueMap> settings, DateTimeOffset time) : IFluidIndexable
    {
        public int Count => settings.Value.Count + 1;

        public IEnumerable<string> Keys => settings.Value.Keys.Append("time");

        public bool TryGetValue(string name, out FluidValue value)
        {
            value = name == "time" ? new DateTimeValue(time) : null!;
            return value is not null || settings.Value.TryGetValue(name, out value);
        }
    }
}
