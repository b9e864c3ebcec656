using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Site.Hugo;
using FeedApi.Site.Jekyll;
using FeedApi.Site.Settings;

namespace FeedApi.Site;

/// <summary>
/// The site as <c>_config.yml</c> and <c>_data/</c> describe it. Made by <see cref="SiteConfigReader"/>; every value is checked.
/// </summary>
public sealed record SiteConfig
{
    /// <summary>Full path of the content folder.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>Plain text; the folder's name when unset.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text; the title when unset, so that a channel always has one.</summary>
    public required string Description { get; init; }

    /// <summary>Scheme and host of the site, no trailing slash: <c>https://example.org</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Path below which the site lives: empty, or <c>/blog</c> without a trailing slash.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>
    /// Where feeds, API and pages are reached, no trailing slash; <see cref="Url"/> + <see cref="BaseUrl"/> unless
    /// <c>feedapi.public_url</c> says otherwise.
    /// </summary>
    public required string PublicUrl { get; init; }

    /// <summary>The zone of dates without an offset. Default UTC.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>BCP 47 tag of the site. Default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The site's author, for posts that name none; null when unset.</summary>
    public PostAuthor? Author { get; init; }

    /// <summary>
    /// Permalink template or style name as written; null means <c>/articles/{id}</c>. In Jekyll's reading never
    /// null: it is <c>date</c> then.
    /// </summary>
    public string? Permalink { get; init; }

    /// <summary>
    /// True when the site is read as Jekyll reads it: <c>feedapi.jekyll</c>, else whether there is a <c>_config.yml</c> or a <c>_posts</c>.
    /// </summary>
    public bool IsJekyll { get; init; }

    /// <summary>How a site of Hugo or Zola is laid out; null when the folder is the root of neither.</summary>
    public HugoSettings? Hugo { get; init; }

    /// <summary>
    /// How Markdown is read; null means CommonMark with extensions, as for sites that are not Jekyll's or name another <c>markdown</c>.
    /// </summary>
    public KramdownOptions? Kramdown { get; init; }

    /// <summary>True when posts with a date in the future are shown at once (Jekyll's <c>future</c>).</summary>
    public bool ShowsFuture { get; init; }

    /// <summary>True when posts with <c>published: false</c> are shown (Jekyll's <c>unpublished</c>).</summary>
    public bool ShowsUnpublished { get; init; }

    /// <summary>Which files are posts.</summary>
    public PostSources Sources { get; init; } = PostSources.All;

    /// <summary>Front matter that posts have unless they say otherwise (Jekyll's <c>defaults</c>).</summary>
    internal FrontMatterDefaults Defaults { get; init; } = FrontMatterDefaults.None;

    /// <summary>True when a date with seconds and without an offset is in the site's zone; Jekyll takes it for UTC, as YAML does.</summary>
    public bool HasLocalDates { get; init; } = true;

    /// <summary>The IANA name of the encoding of posts; null means UTF-8, with GB18030 where a file is not.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// What ends the summary in a body, empty for nothing; null means a blank line in Jekyll sites, the first paragraph in others.
    /// </summary>
    public string? ExcerptSeparator { get; init; }

    /// <summary>False keeps <c>categories: a b</c> (and <c>tags</c>) whole instead of splitting on white space.</summary>
    public bool SplitsCategories { get; init; } = true;

    /// <summary>How display names of categories are learned from posts; null when they are not.</summary>
    public CategoryNameRule? CategoryNames { get; init; }

    /// <summary>How far the authors of posts are trusted.</summary>
    public TrustLevel Trust { get; init; } = TrustLevel.Untrusted;

    /// <summary>What feeds and API leave out of bodies.</summary>
    public StripRules Strip { get; init; } = StripRules.None;

    /// <summary>Which guids articles get.</summary>
    public GuidStyle GuidStyle { get; init; } = GuidStyle.Tag;

    /// <summary>Bounds of feeds: <c>feedapi.feed</c>.</summary>
    public FeedLimits Limits { get; init; } = FeedLimits.Default;

    /// <summary>The authority of tag guids: <c>feedapi.guid_host</c>, else the host of <see cref="Url"/>, lower case ASCII.</summary>
    public required string GuidHost { get; init; }

    /// <summary>What the site says of its feeds.</summary>
    public FeedSettings Feeds { get; init; } = new();

    /// <summary>Who may do what with the site's texts: <c>feedapi.rights</c>, else <c>copyright</c>; plain text, null when unset.</summary>
    public string? Rights { get; init; }

    /// <summary>
    /// A small square picture, absolute or below the site's root: <c>feedapi.icon</c>, else <c>feed.icon</c>; null when unset.
    /// </summary>
    public string? Icon { get; init; }

    /// <summary>
    /// A picture that stands for the site, absolute or below the site's root: <c>feedapi.logo</c>, else <c>feed.logo</c>; null when unset.
    /// </summary>
    public string? Logo { get; init; }

    /// <summary>What feeds with audio say of themselves.</summary>
    public PodcastSettings Podcast { get; init; } = new();

    /// <summary><c>_data/categories.yml</c>, by <see cref="Slug.KeyOf"/> of the entry's key.</summary>
    public IReadOnlyDictionary<string, CategoryEntry> Categories { get; init; } = new Dictionary<string, CategoryEntry>();

    /// <summary><c>_data/authors.yml</c>, by key as written, case ignored.</summary>
    public IReadOnlyDictionary<string, PostAuthor> Authors { get; init; } = new Dictionary<string, PostAuthor>();

    /// <summary><c>_config.yml</c> as it stands in the file, for what templates ask of it; null when there is none.</summary>
    internal ConfigMap? Settings { get; init; }

    /// <summary>A folder that <c>_config.yml</c> may name, relative to the content folder and inside it.</summary>
    internal string FolderOf(string setting, string unset)
    {
        var named = (Settings?.Find(setting) as ConfigScalar)?.Text.Trim().Trim('/') ?? "";
        return named.Length == 0 || named.Contains("..", StringComparison.Ordinal) || named.Contains('\\') ? unset : named;
    }

    /// <summary>
    /// SHA-256 (hex) over everything above that can change an article or a feed: when it differs, every post is read again.
    /// </summary>
    public required string Fingerprint { get; init; }
}

/// <summary>Rule <c>feedapi.category_names</c>: a category is named by the tag of its newest post.</summary>
/// <param name="StripSuffix">Only tags with this ending count, and lose it; null or empty: every tag counts.</param>
public sealed record CategoryNameRule(string? StripSuffix);

/// <summary>One entry of <c>_data/categories.yml</c>.</summary>
/// <param name="Slug">The key as written, made a slug.</param>
/// <param name="Name">Display name; null when unset.</param>
/// <param name="Description">Plain text; null when unset.</param>
/// <param name="Image">Address as written; null when unset.</param>
public sealed record CategoryEntry(string Slug, string? Name, string? Description, string? Image);

/// <summary>How far HTML in posts is trusted.</summary>
public enum TrustLevel
{
    /// <summary>Posts are written by a job or by strangers: nothing but plain formatting passes.</summary>
    Untrusted,

    /// <summary>Posts are written by hand: classes, prefixed ids, some styles and known players pass too.</summary>
    Author,
}

/// <summary>Which guids articles get when their front matter gives none.</summary>
public enum GuidStyle
{
    /// <summary><c>tag:{host},{date}:{id}</c> (RFC 4151).</summary>
    Tag,

    /// <summary>The id that jekyll-feed writes: the post's address without extension.</summary>
    Jekyll,

    /// <summary>The post's address, which the feeds of Hugo and Zola have for an id.</summary>
    Permalink,
}
