using System.Collections.Frozen;
using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Jekyll;

namespace FeedApi.Site.Settings;

/// <summary>
/// Reads jekyll-feed's section <c>feed</c> of <c>_config.yml</c>, and <c>feedapi.feed_aliases</c>. Called by
/// <see cref="SiteConfigReader"/>.
/// </summary>
/// <remarks>Unknown keys of <c>feed</c> are ignored, because jekyll-feed has further ones.</remarks>
internal static class FeedSettingsReader
{
    /// <summary>The name of jekyll-feed among <c>plugins</c>.</summary>
    public const string Plugin = "jekyll-feed";

    private const string DefaultTagPath = "/feed/by_tag/";

    /// <summary>Maximum of <c>posts_limit</c>, the same as that of the parameter <c>limit</c>.</summary>
    public const int MaxPosts = 100;

    /// <summary>Reads the settings.</summary>
    /// <param name="config">The whole file.</param>
    /// <param name="own">Its section <c>feedapi</c>.</param>
    /// <exception cref="SiteConfigException">A value is wrong.</exception>
    public static FeedSettings Read(SiteYaml config, SiteYaml own)
    {
        var aliases = AliasesOf(own);
        if (config.Section("feed") is not { } feed)
        {
            return new FeedSettings { IsJekyll = config.Words("plugins").Contains(Plugin), Aliases = aliases };
        }

        return new FeedSettings
        {
            IsJekyll = true,
            Path = PathOf(feed, "path") ?? PostsPathOf(feed),
            Tags = TagsOf(feed),
            Categories = CategoriesOf(feed),
            Collections = CollectionsOf(config, feed),
            PostsLimit = PostsLimitOf(feed),
            IsExcerptOnly = feed.Claim("excerpt_only", unset: false),
            Aliases = aliases,
        };
    }

    /// <summary>The absolute address of <c>feed.icon</c> or <c>feed.logo</c>; null when unset.</summary>
    /// <exception cref="SiteConfigException">The value is not an address.</exception>
    public static string? ImageOf(SiteYaml config, string key, SiteAddress address)
    {
        if (config.Section("feed") is not { } feed || feed.Text(key) is not { } written) return null;
        // As in Jekyll, a path is below baseurl, with or without a leading slash.
        var isWhole = written.Contains("://", StringComparison.Ordinal) || written.StartsWith("//", StringComparison.Ordinal);
        var root = new Uri($"{address.Url}{address.BaseUrl}/");
        var isAddress = Uri.TryCreate(root, isWhole ? written : "./" + written.TrimStart('/'), out var uri)
            && uri.Scheme is "http" or "https";
        return isAddress ? uri!.AbsoluteUri : throw feed.Wrong(key, "an http or https address, or a path such as /images/icon.png");
    }

    private static TagFeedSettings? TagsOf(SiteYaml feed)
    {
        if (feed.Find("tags") is not ConfigMap)
            return IsTagged(feed) ? new TagFeedSettings(DefaultTagPath, null, FrozenSet<string>.Empty) : null;
        var tags = feed.Section("tags")!;
        return new TagFeedSettings(
            PathOf(tags, "path") ?? DefaultTagPath, KeysOf(tags, "only"), KeysOf(tags, "except") ?? FrozenSet<string>.Empty);
    }

    private static bool IsTagged(SiteYaml feed) => feed.Find("tags") is ConfigList
        ? throw feed.Wrong("tags", "true, false or a mapping with path, only and except")
        : feed.Claim("tags", unset: false);

    private static FrozenSet<string>? KeysOf(SiteYaml tags, string key)
    {
        if (tags.Find(key) is not { } value) return null;
        var isPlain = value is ConfigScalar || (value is ConfigList list && list.Items.All(item => item is ConfigScalar));
        return isPlain ? tags.Words(key).Select(Slug.KeyOf).ToFrozenSet(StringComparer.Ordinal) : throw tags.Wrong(key, "a list of tags");
    }

    private static int? PostsLimitOf(SiteYaml feed)
    {
        if (feed.Text("posts_limit") is not { } written) return null;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxPosts
            ? limit
            : throw feed.Wrong("posts_limit", string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {MaxPosts}"));
    }

    // jekyll-feed reads the path from feed.collections.posts.path too.
    private static string? PostsPathOf(SiteYaml feed) =>
        feed.Find("collections") is ConfigMap collections && collections.Find("posts") is ConfigMap
            ? PathOf(feed.Section("collections")!.Section("posts")!, "path")
            : null;

    private static IReadOnlyList<CollectionFeed> CollectionsOf(SiteYaml config, SiteYaml feed) =>
    [
        .. CollectionFeed.Of(config.Map).Select(collection => collection with
        {
            Path = Decode(collection.Path) ?? throw feed.Wrong("collections", "a mapping whose paths are such as /feed/changes.xml"),
        }),
    ];

    // jekyll-feed reads the categories with feeds from feed.collections.posts.categories too.
    private static string[] CategoriesOf(SiteYaml feed)
    {
        var posts = (feed.Find("collections") as ConfigMap)?.Find("posts") as ConfigMap;
        return ((posts?.Find("categories") ?? feed.Find("categories")) as ConfigList)?.Items.OfType<ConfigScalar>()
            .Where(name => !name.IsUnset).Select(name => name.Text.Trim()).ToArray() ?? [];
    }

    // jekyll-feed accepts paths without a leading slash too.
    private static string? PathOf(SiteYaml section, string key)
    {
        if (section.Text(key) is not { } written) return null;
        return Decode(written.StartsWith('/') ? written : "/" + written) ?? throw section.Wrong(key, "a path such as /feed/news.xml");
    }

    private static FrozenDictionary<string, FeedAliasSetting> AliasesOf(SiteYaml own)
    {
        var found = new Dictionary<string, FeedAliasSetting>(StringComparer.OrdinalIgnoreCase);
        if (own.Section("feed_aliases") is not { } aliases) return found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (written, _, line, _) in aliases.Entries)
        {
            var path = Decode(written)?.TrimEnd('/')
                ?? throw FeedAliasFault.At(line, written, "is not an address; it must be a path such as /old/news.xml");
            var target = aliases.Text(written) ?? throw FeedAliasFault.At(line, written, "names no feed");
            if (!found.TryAdd(path, new FeedAliasSetting(written, target, line)))
                throw FeedAliasFault.At(line, written, "is given twice");
        }

        return found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    // Null for a text that is not the path of a valid request.
    private static string? Decode(string written)
    {
        var path = Uri.UnescapeDataString(written);
        var isPath = path.StartsWith('/') && !path.Contains("//", StringComparison.Ordinal) && !path.AsSpan().ContainsAny("\\?#")
            && !path.Any(char.IsControl) && path.Split('/').All(part => part is not ("." or ".."));
        return isPath ? path : null;
    }
}

/// <summary>Reports faults of entries of <c>feedapi.feed_aliases</c>.</summary>
internal static class FeedAliasFault
{
    /// <summary>Makes the exception for an entry; its message is one line.</summary>
    /// <param name="line">The 1-based line in <c>_config.yml</c>.</param>
    /// <param name="path">The path as written.</param>
    /// <param name="fault">The predicate of the message, such as <c>is given twice</c>.</param>
    public static SiteConfigException At(int line, string path, string fault) => new(
        string.Create(CultureInfo.InvariantCulture, $"_config.yml:{line}: feedapi.feed_aliases: {MessageText.Shorten(path)} {fault}"));
}
