using FeedApi.Model;
using FeedApi.Model.Text;

namespace FeedApi.Site.Settings;

/// <summary>
/// The supported keys of <c>_config.yml</c>. Jekyll, its plugins and themes have further ones, so an unknown key is not a fault.
/// </summary>
internal static class SiteKeys
{
    /// <summary>The keys of the section <c>feedapi</c>; others are rejected.</summary>
    public static readonly string[] Own =
    [
        "jekyll", "local_dates", "split_categories", "category_names", "trust", "public_url", "guid", "guid_host", "guid_normalization",
        "feed", "feed_aliases", "strip", "strip_text", "rights", "icon", "logo", "podcast", "cjk_emphasis", "ai_sources", "public_files",
        "fields", "dedupe",
    ];

    /// <summary>The keys at the top level.</summary>
    public static readonly string[] Top =
    [
        "title", "name", "description", "url", "baseurl", "timezone", "lang", "author", "permalink", "defaults", "include", "exclude",
        "collections_dir", "source", "future", "unpublished", "show_drafts", "limit_posts", "encoding", "excerpt_separator", "markdown",
        "markdown_ext", "kramdown", "includes_dir", "data_dir", "collections", "plugins", "guid", "copyright", "feed", "feedapi",
    ];

    /// <summary>The keys of jekyll-feed's section <c>feed</c>.</summary>
    public static readonly string[] OfFeed = ["path", "tags", "collections", "categories", "posts_limit", "excerpt_only", "icon", "logo"];

    /// <summary>The keys of the section <c>kramdown</c>.</summary>
    public static readonly string[] OfKramdown =
    [
        "input", "hard_wrap", "gfm_quirks", "smart_quotes", "typographic_symbols", "auto_ids", "auto_id_prefix", "auto_id_stripping",
        "toc_levels", "footnote_nr", "footnote_backlink", "parse_block_html", "parse_span_html",
    ];

    /// <summary>Unknown keys that are near a supported key which is absent: probably misspelt, and without effect.</summary>
    /// <param name="config"><c>_config.yml</c>.</param>
    public static IEnumerable<MisspelledKey> MisspelledIn(ConfigMap config) =>
    [
        .. MisspelledIn(config, "", Top),
        .. MisspelledIn(config.Find("feed"), "feed.", OfFeed),
        .. MisspelledIn(config.Find("kramdown"), "kramdown.", OfKramdown),
    ];

    private static IEnumerable<MisspelledKey> MisspelledIn(ConfigNode? node, string prefix, string[] known)
    {
        if (node is not ConfigMap map) yield break;
        var absent = known.Where(key => map.Find(key) is null).ToArray();
        foreach (var entry in map.Entries)
        {
            if (!known.Contains(entry.Key) && Spelling.Nearest(entry.Key, absent) is { } nearest)
                yield return new MisspelledKey(entry.Line, prefix + entry.Key, prefix + nearest);
        }
    }
}

/// <summary>A key that is probably misspelt.</summary>
/// <param name="Line">The 1-based line in the file.</param>
/// <param name="Key">The key, with its section.</param>
/// <param name="Nearest">The key that was probably meant, with its section.</param>
internal sealed record MisspelledKey(int Line, string Key, string Nearest);
