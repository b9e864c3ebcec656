using FeedApi.Model;
using FeedApi.Rendering.Liquid.Filters;
using FeedApi.Rendering.Liquid.Values;
using FeedApi.Site;
using Fluid;
using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Site;

/// <summary>What all renderings of a site share: filters, settings and data as values, included files, addresses. Thread-safe.</summary>
internal sealed class LiquidSite
{
    // What Jekyll shows while it renders everything at once; one post's rendering must not change with its neighbours.
    private static readonly string[] Unknown =
        ["posts", "pages", "documents", "collections", "categories", "tags", "static_files", "html_pages", "html_files", "related_posts"];

    private readonly Lazy<DictionaryValue> settings;
    private readonly LiquidPage page;

    /// <summary>Prepares for a site.</summary>
    public LiquidSite(SiteConfig config, Func<string, string> markdown)
    {
        Config = config;
        Markdown = markdown;
        Options = new TemplateOptions();
        LiquidFilters.AddTo(Options.Filters);
        settings = new Lazy<DictionaryValue>(BuildSettings);
        page = new LiquidPage(config);
        Includes = new IncludeFiles(config);
        Targets = new LinkTargets(config);
    }

    /// <summary>The site's settings.</summary>
    public SiteConfig Config { get; }

    /// <summary>Fluid's options: the filters.</summary>
    public TemplateOptions Options { get; }

    /// <summary>What <c>markdownify</c> does.</summary>
    public Func<string, string> Markdown { get; }

    /// <summary>Included files.</summary>
    public IncludeFiles Includes { get; }

    /// <summary>Addresses for <c>link</c> and <c>post_url</c>.</summary>
    public LinkTargets Targets { get; }

    /// <summary>The variable <c>jekyll</c>: posts see what they would see when Jekyll publishes them.</summary>
    public DictionaryValue Jekyll { get; } = RubyMap.From(("version", new StringValue("4.3.4")), ("environment", new StringValue("production")));

    /// <summary>The variable <c>page</c>.</summary>
    public FluidValue PageOf(Post post) => page.Of(post);

    /// <summary>The variable <c>site</c>.</summary>
    /// <param name="time">What <c>site.time</c> is.</param>
    public FluidValue ValuesAt(DateTimeOffset time) => new DictionaryValue(new SiteMap(settings, time));

    private DictionaryValue BuildSettings()
    {
        var values = new OrderedMap();
        foreach (var entry in Config.Settings?.Entries ?? []) values.Set(entry.Key, YamlValues.Of(entry.Value, Config.TimeZone));
        var collections = Config.Settings?.Find("collections") as ConfigMap;
        foreach (var name in Unknown.Concat(collections?.Entries.Select(entry => entry.Key) ?? []))
            values.Set(name, new UnknownValue($"site.{name} is not known while a post is rendered."));
        values.Set("url", new StringValue(Config.Url));
        values.Set("baseurl", new StringValue(Config.BaseUrl));
        values.Set("data", SiteDataValues.Of(Config));
        return new DictionaryValue(values);
    }

    // The shared settings, and the time of one rendering.
    private sealed class SiteMap(Lazy<DictionaryValue> settings, DateTimeOffset time) : IFluidIndexable
    {
        private IFluidIndexable Settings => RubyMap.Of(settings.Value)!;

        public int Count => Settings.Count + 1;

        public IEnumerable<string> Keys => Settings.Keys.Append("time");

        public bool TryGetValue(string name, out FluidValue value)
        {
            if (name != "time") return Settings.TryGetValue(name, out value);
            value = new DateTimeValue(time);
            return true;
        }
    }
}
