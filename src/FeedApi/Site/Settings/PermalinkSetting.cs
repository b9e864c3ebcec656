using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Settings;

/// <summary>Reads <c>permalink</c> and <c>collections.posts.permalink</c>.</summary>
internal static class PermalinkSetting
{
    // Jekyll's own default.
    private const string JekyllDefault = "date";

    private static readonly string[] Styles = ["date", "pretty", "ordinal", "weekdate", "none"];

    /// <summary>
    /// The template or the name of a style; as in Jekyll, the collection's setting takes precedence over the site's. Null means the
    /// program's default.
    /// </summary>
    public static string? Of(SiteYaml config, bool isJekyll)
    {
        // When collections is a list, they have no settings.
        var posts = config.Find("collections") is ConfigMap collections && collections.Find("posts") is ConfigMap
            ? config.Section("collections")!.Section("posts")
            : null;
        return (posts is null ? null : Of(posts)) ?? Of(config) ?? (isJekyll ? JekyllDefault : null);
    }

    private static string? Of(SiteYaml config)
    {
        if (config.Text("permalink") is not { } written || Styles.Contains(written)) return config.Text("permalink");
        // A single word is a misspelt style, with which Jekyll would give every post the same address.
        var isPath = written.AsSpan().IndexOfAny('/', ':') >= 0 && !written.StartsWith("//", StringComparison.Ordinal)
            && !written.AsSpan().ContainsAny("\\?#") && written.Split('/').All(part => part is not ("." or ".."));
        if (!isPath)
            throw config.Wrong(
                "permalink", $"a path such as /:year/:month/:title/, or {string.Join(", ", Styles)}{Spelling.Hint(written, Styles)}");
        return PermalinkPlaceholders.FirstUnknown(written) is { } unknown
            ? throw config.Wrong(
                "permalink",
                $"a path with known placeholders; :{unknown} is unknown{Spelling.Hint(unknown, PermalinkPlaceholders.Names)}") : written;
    }
}
