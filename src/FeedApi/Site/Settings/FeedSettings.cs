using FeedApi.Model;
using FeedApi.Site.Jekyll;

namespace FeedApi.Site.Settings;

/// <summary>
/// The site's settings of its feeds: jekyll-feed's section <c>feed</c>, and <c>feedapi.feed_aliases</c>. Made by
/// <see cref="FeedSettingsReader"/>.
/// </summary>
public sealed record FeedSettings
{
    /// <summary>True for a site with jekyll-feed: every category has a feed at <c>/feed/{category}.xml</c> too.</summary>
    public bool IsJekyll { get; init; }

    /// <summary><c>feed.path</c>: a further path of the main feed as Atom, percent-decoded; null when unset.</summary>
    public string? Path { get; init; }

    /// <summary><c>feed.tags</c>: jekyll-feed's feeds of tags; null when unset or disabled.</summary>
    public TagFeedSettings? Tags { get; init; }

    /// <summary><c>feed.categories</c>: the categories of which jekyll-feed wrote a feed, as written.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary><c>feed.collections</c>: collections with feeds of their own, which the feeds of posts leave out.</summary>
    public IReadOnlyList<CollectionFeed> Collections { get; init; } = [];

    /// <summary><c>feed.posts_limit</c>: number of articles in a feed requested without a limit, 1 to 100; null when unset.</summary>
    public int? PostsLimit { get; init; }

    /// <summary><c>feed.excerpt_only</c>: true when feeds contain summaries only, unless full content is requested.</summary>
    public bool IsExcerptOnly { get; init; }

    /// <summary><c>feedapi.feed_aliases</c> by path: percent-decoded, without a trailing slash, ignoring case.</summary>
    public IReadOnlyDictionary<string, FeedAliasSetting> Aliases { get; init; } = new Dictionary<string, FeedAliasSetting>();
}

/// <summary>The path of jekyll-feed's feeds of tags, and the tags that have one.</summary>
/// <param name="Path">The path before <c>{tag}.xml</c>, percent-decoded, beginning with a slash.</param>
/// <param name="Only">The tags with a feed, by <see cref="Slug.KeyOf"/>; null: all of them.</param>
/// <param name="Except">Tags without a feed, by <see cref="Slug.KeyOf"/>.</param>
public sealed record TagFeedSettings(string Path, IReadOnlySet<string>? Only, IReadOnlySet<string> Except)
{
    /// <summary>True when the tag, in any spelling, has a feed below <see cref="Path"/>.</summary>
    public bool Includes(string tag)
    {
        var key = Slug.KeyOf(tag);
        return Only?.Contains(key) != false && !Except.Contains(key);
    }
}

/// <summary>One entry of <c>feedapi.feed_aliases</c>.</summary>
/// <param name="Written">The path as written.</param>
/// <param name="Target">The feed's own address as written.</param>
/// <param name="Line">The 1-based line in <c>_config.yml</c>.</param>
public sealed record FeedAliasSetting(string Written, string Target, int Line);
