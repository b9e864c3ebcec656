using System.Text;
using FeedApi.Kramdown;
using FeedApi.Model;
using FeedApi.Site.Files;
using FeedApi.Site.Hugo;
using FeedApi.Site.Jekyll;
using FeedApi.Site.Nodes;
using FeedApi.Site.Settings;
using FeedApi.Site.Zola;

namespace FeedApi.Site;

/// <summary>
/// The configuration of the site, from <c>_config.yml</c> and <c>_data/</c>. Made by <see cref="SiteConfigReader"/>, which validates it.
/// </summary>
public sealed record SiteConfig
{
    /// <summary>Full path of the content folder.</summary>
    public required string ContentFolder { get; init; }

    /// <summary>Plain text; the folder's name when unset.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text; the title when unset, because an RSS channel must have a description.</summary>
    public required string Description { get; init; }

    /// <summary>Scheme, host and port of the site, without trailing slash: <c>https://example.org</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Base path of the site: empty, or <c>/blog</c> without a trailing slash.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>
    /// Base address of feeds, API and pages, without trailing slash: <c>feedapi.public_url</c>, else <see cref="Url"/> +
    /// <see cref="BaseUrl"/>.
    /// </summary>
    public required string PublicUrl { get; init; }

    /// <summary>The time zone of dates without an offset. Default UTC.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>BCP 47 tag of the site. Default <c>en</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The site's author, for posts that name none; null when unset.</summary>
    public PostAuthor? Author { get; init; }

    /// <summary>
    /// Permalink template or style name as written; null means <c>/articles/{id}</c>. Never null for Jekyll sites, whose default
    /// is <c>date</c>.
    /// </summary>
    public string? Permalink { get; init; }

    /// <summary>
    /// True when Jekyll's rules apply: <c>feedapi.jekyll</c>, else whether there is a <c>_config.yml</c> or a <c>_posts</c> folder.
    /// </summary>
    public bool IsJekyll { get; init; }

    /// <summary>The settings of a Hugo or Zola site; null for other sites.</summary>
    public HugoSettings? Hugo { get; init; }

    /// <summary>
    /// The options of kramdown; null means CommonMark with extensions: for sites that are not Jekyll's or have another <c>markdown</c>.
    /// </summary>
    public KramdownOptions? Kramdown { get; init; }

    /// <summary>True when posts with a date in the future are shown at once (Jekyll's <c>future</c>).</summary>
    public bool ShowsFuture { get; init; }

    /// <summary>True when posts with <c>published: false</c> are shown (Jekyll's <c>unpublished</c>).</summary>
    public bool ShowsUnpublished { get; init; }

    /// <summary>Jekyll's <c>limit_posts</c>: only this many posts, the newest, are published; null for all.</summary>
    public int? LimitPosts { get; init; }

    /// <summary>The rules for which files are posts.</summary>
    public PostSources Sources { get; init; } = PostSources.All;

    /// <summary>Default front matter (Jekyll's <c>defaults</c>).</summary>
    internal FrontMatterDefaults Defaults { get; init; } = FrontMatterDefaults.None;

    /// <summary>True when a date with seconds but no offset is in the site's zone; false when it is UTC, as in Jekyll and YAML.</summary>
    public bool HasLocalDates { get; init; } = true;

    /// <summary>The IANA name of the encoding of posts; null means UTF-8, or GB18030 for files that are not UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// The separator after the summary in a body, empty for none; null means a blank line in Jekyll sites, the first paragraph in others.
    /// </summary>
    public string? ExcerptSeparator { get; init; }

    /// <summary>True when a string under <c>categories</c> or <c>tags</c> is split on white space; false when it is one name.</summary>
    public bool SplitsCategories { get; init; } = true;

    /// <summary>The rule by which display names of categories are learned from posts; null when they are not.</summary>
    public CategoryNameRule? CategoryNames { get; init; }

    /// <summary>
    /// True when signs of emphasis open and close beside Chinese letters and punctuation: <c>feedapi.cjk_emphasis</c>, by default false in
    /// the sites of Hugo and Zola, which show the signs there. kramdown always reads them as emphasis.
    /// </summary>
    public bool HasCjkEmphasis { get; init; } = true;

    /// <summary>The trust in the authors of posts, which selects the HTML sanitiser's rules.</summary>
    public TrustLevel Trust { get; init; } = TrustLevel.Untrusted;

    /// <summary>The parts of bodies that are removed in feeds and API.</summary>
    public StripRules Strip { get; init; } = StripRules.None;

    /// <summary>What the site declares about artificial intelligence, by <see cref="Slug.KeyOf"/> of a category.</summary>
    public IReadOnlyDictionary<string, AiProvenance> AiSources { get; init; } = new Dictionary<string, AiProvenance>();

    /// <summary>Keys of the front matter by which clients can filter, with their types.</summary>
    public IReadOnlyDictionary<string, FieldType> Fields { get; init; } = new Dictionary<string, FieldType>();

    /// <summary>True when near-duplicates are found, which makes a first index some tenth slower: <c>feedapi.dedupe</c>.</summary>
    public bool FindsCopies { get; init; }

    /// <summary>The form of guids.</summary>
    public GuidStyle GuidStyle { get; init; } = GuidStyle.Tag;

    /// <summary>Limits of feeds: <c>feedapi.feed</c>.</summary>
    public FeedLimits Limits { get; init; } = FeedLimits.Default;

    /// <summary>The authority of tag guids: <c>feedapi.guid_host</c>, else the host of <see cref="Url"/>; lower-case ASCII.</summary>
    public required string GuidHost { get; init; }

    /// <summary>
    /// The Unicode form of Jekyll's ids: <c>feedapi.guid_normalization</c>. Form KC is that of Addressable up to 2.8.1, with which Jekyll
    /// writes addresses; newer ones write form C, the default.
    /// </summary>
    public NormalizationForm GuidNormalization { get; init; } = NormalizationForm.FormC;

    /// <summary>What is published besides the usual kinds of files: <c>feedapi.public_files</c>.</summary>
    internal PublicFiles PublicFiles { get; init; } = PublicFiles.None;

    /// <summary>The site's settings of its feeds.</summary>
    public FeedSettings Feeds { get; init; } = new();

    /// <summary>The copyright notice: <c>feedapi.rights</c>, else <c>copyright</c>; plain text, null when unset.</summary>
    public string? Rights { get; init; }

    /// <summary>
    /// A small square image, absolute or relative to the site's root: <c>feedapi.icon</c>, else <c>feed.icon</c>; null when unset.
    /// </summary>
    public string? Icon { get; init; }

    /// <summary>
    /// The site's logo, absolute or relative to the site's root: <c>feedapi.logo</c>, else <c>feed.logo</c>; null when unset.
    /// </summary>
    public string? Logo { get; init; }

    /// <summary>The metadata of podcast feeds.</summary>
    public PodcastSettings Podcast { get; init; } = new();

    /// <summary><c>_data/categories.yml</c>, by <see cref="Slug.KeyOf"/> of the entry's key.</summary>
    public IReadOnlyDictionary<string, CategoryEntry> Categories { get; init; } = new Dictionary<string, CategoryEntry>();

    /// <summary><c>_data/authors.yml</c>, by key as written, ignoring case.</summary>
    public IReadOnlyDictionary<string, PostAuthor> Authors { get; init; } = new Dictionary<string, PostAuthor>();

    /// <summary>The whole <c>_config.yml</c> as written, for templates; null when there is none.</summary>
    internal ConfigMap? Settings { get; init; }

    /// <summary>What in <c>_config.yml</c> was read otherwise than it is written.</summary>
    internal IReadOnlyList<YamlRemark> Remarks { get; init; } = [];

    /// <summary>True when nobody has stated the site's address: its ids and links will be others when somebody does.</summary>
    public bool HasProvisionalUrl { get; init; }

    /// <summary>Settings that are not used as written.</summary>
    public IReadOnlyList<SiteWarning> Warnings { get; init; } = [];

    /// <summary>The data files as they were when the settings were read; null when they have not been.</summary>
    internal IReadOnlyList<SiteDataFile>? Data { get; init; }

    /// <summary>The texts of <c>_includes</c> when the settings were read, by path: what replaces one that breaks.</summary>
    internal IReadOnlyDictionary<string, string> Includes { get; init; } = new Dictionary<string, string>();

    /// <summary>Problems of other files that settings are made of, such as <c>_index.md</c>, that do not prevent the start.</summary>
    internal IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>A folder setting of <c>_config.yml</c>, relative to the content folder and inside it; else the default.</summary>
    internal string FolderOf(string setting, string unset)
    {
        var named = (Settings?.Find(setting) as ConfigScalar)?.Text.Trim().Trim('/') ?? "";
        return named.Length == 0 || named.Contains("..", StringComparison.Ordinal) || named.Contains('\\') ? unset : named;
    }

    /// <summary>The parsed name of a post file, without a language of the site in it.</summary>
    internal PostFileName NameOf(string path) => Hugo is { IsZola: true, Zola: var zola }
        ? ZolaFileName.Of(Hugo.WithoutLanguage(path), zola.KeepsDates)
        : PostFileName.Of(Hugo?.WithoutLanguage(path) ?? path);

    /// <summary>
    /// The folder of the bundle whose post is at a path; null when it is not the post of a bundle (<see cref="PostPath.BundleOf"/>).
    /// </summary>
    internal string? BundleOf(string path) => PostPath.BundleOf(Hugo?.WithoutLanguage(path) ?? path);

    /// <summary>
    /// SHA-256 (hex) of all settings above that affect articles or feeds: when it changes, every post is read again.
    /// </summary>
    public required string Fingerprint { get; init; }
}

/// <summary>Rule <c>feedapi.category_names</c>: the display name of a category is a tag of its newest post.</summary>
/// <param name="StripSuffix">Only tags with this suffix are used, without the suffix; null or empty: every tag is used.</param>
public sealed record CategoryNameRule(string? StripSuffix);

/// <summary>One entry of <c>_data/categories.yml</c>.</summary>
/// <param name="Slug">The key, converted to a slug.</param>
/// <param name="Name">Display name; null when unset.</param>
/// <param name="Description">Plain text; null when unset.</param>
/// <param name="Image">URL as written; null when unset.</param>
public sealed record CategoryEntry(string Slug, string? Name, string? Description, string? Image);

/// <summary>The trust in the HTML of posts.</summary>
public enum TrustLevel
{
    /// <summary>Posts are written by a job or by strangers: only plain formatting is allowed.</summary>
    Untrusted,

    /// <summary>Posts are written by the site's authors: classes, prefixed ids, some styles and known players are allowed too.</summary>
    Author,
}

/// <summary>The form of the guids of articles whose front matter has none.</summary>
public enum GuidStyle
{
    /// <summary><c>tag:{host},{date}:{id}</c> (RFC 4151).</summary>
    Tag,

    /// <summary>The id that jekyll-feed writes: the post's address without extension.</summary>
    Jekyll,

    /// <summary>The post's address, which the feeds of Hugo and Zola use as the id.</summary>
    Permalink,
}
