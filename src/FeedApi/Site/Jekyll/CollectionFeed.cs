using FeedApi.Model;

namespace FeedApi.Site.Jekyll;

/// <summary>A collection of which jekyll-feed writes feeds; its documents are articles in a category of its name.</summary>
/// <param name="Label">The collection's name.</param>
/// <param name="Path">The path of its feed, as written, beginning with a slash.</param>
/// <param name="Categories">The categories within it that have a feed, as written.</param>
/// <remarks>jekyll-feed 0.17, generator.rb.</remarks>
public sealed record CollectionFeed(string Label, string Path, IReadOnlyList<string> Categories)
{
    /// <summary>The path before <c>{category}.xml</c>.</summary>
    public string Folder => $"/feed/{Label}/";

    /// <summary>The collections under <c>feed.collections</c> that are published, without the posts.</summary>
    internal static IReadOnlyList<CollectionFeed> Of(ConfigMap config)
    {
        if ((config.Find("feed") as ConfigMap)?.Find("collections") is not { } wanted) return [];
        var labels = wanted switch
        {
            ConfigList list => list.Items.OfType<ConfigScalar>().Select(item => (Label: item.Text.Trim(), Settings: (ConfigMap?)null)),
            ConfigMap map => map.Entries.Select(entry => (Label: entry.Key, Settings: entry.Value as ConfigMap)),
            _ => [],
        };
        var collections = config.Find("collections") as ConfigMap;
        return
        [
            .. labels.Where(each => each.Label != "posts" && IsPublished(collections?.Find(each.Label)))
                .DistinctBy(each => each.Label, StringComparer.Ordinal)
                .Select(each => new CollectionFeed(each.Label, PathOf(each.Label, each.Settings), CategoriesOf(each.Settings))),
        ];
    }

    private static bool IsPublished(ConfigNode? settings) =>
        settings is ConfigMap map && map.Find("output") is ConfigScalar { IsPlain: true, Text: "true" or "yes" or "on" };

    private static string PathOf(string label, ConfigMap? settings) =>
        settings?.Find("path") is ConfigScalar { Text: { Length: > 0 } written }
            ? "/" + written.Trim().TrimStart('/')
            : $"/feed/{label}.xml";

    private static IReadOnlyList<string> CategoriesOf(ConfigMap? settings) =>
        settings?.Find("categories") is ConfigList list ? [.. list.Items.OfType<ConfigScalar>().Select(item => item.Text.Trim())] : [];
}
