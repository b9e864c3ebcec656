using FeedApi.Model;
using FeedApi.Site.Zola;

namespace FeedApi.Site.Hugo;

/// <summary>
/// The folders and addresses of a Hugo or Zola site, from its configuration. Made by <see cref="HugoConfigReader"/>.
/// </summary>
public sealed record HugoSettings
{
    /// <summary>True for Zola, whose addresses differ slightly from Hugo's.</summary>
    public bool IsZola { get; init; }

    /// <summary>What only Zola has; the defaults on sites of Hugo.</summary>
    internal ZolaSettings Zola { get; init; } = new();

    /// <summary>Zola's sections that are drafts: folders relative to the root, each with a slash at its end.</summary>
    internal IReadOnlyList<string> DraftFolders { get; init; } = [];

    /// <summary>
    /// The folder of posts, relative to the root, without leading or trailing slash: <c>contentDir</c>, default <c>content</c>.
    /// </summary>
    public string ContentFolder { get; init; } = "content";

    /// <summary>The folder of files that are served unchanged at the site's root: <c>staticDir</c>, default <c>static</c>.</summary>
    public string StaticFolder { get; init; } = "static";

    /// <summary>The templates of addresses (Hugo's <c>permalinks</c>).</summary>
    internal HugoPermalinkRules Permalinks { get; init; } = HugoPermalinkRules.None;

    /// <summary>Which addresses end in <c>.html</c> (Hugo's <c>uglyURLs</c>).</summary>
    internal HugoUglyAddresses UglyAddresses { get; init; } = HugoUglyAddresses.None;

    /// <summary>True when addresses keep upper-case letters (Hugo's <c>disablePathToLower</c>).</summary>
    public bool KeepsCase { get; init; }

    /// <summary>True when addresses have no accents (Hugo's <c>removePathAccents</c>).</summary>
    public bool RemovesAccents { get; init; }

    /// <summary>Where posts have their dates (Hugo's <c>frontmatter</c>).</summary>
    internal HugoDates Dates { get; init; } = HugoDates.Default;

    /// <summary>
    /// The author date (RFC 3339) of the last commit that changed a file, by path relative to the site's root; empty unless
    /// <c>enableGitInfo</c> is set and some date comes from Git.
    /// </summary>
    internal IReadOnlyDictionary<string, string> CommitDates { get; init; } = new Dictionary<string, string>();

    /// <summary>True when dates may come from Git (<c>enableGitInfo</c>).</summary>
    public bool HasGitInfo { get; init; }

    /// <summary>The sections that have a page of their own, with what they cascade.</summary>
    internal HugoSections Sections { get; init; } = HugoSections.None;

    /// <summary><c>cascade</c> of the configuration.</summary>
    internal IReadOnlyList<HugoCascade> Cascades { get; init; } = [];

    /// <summary>The key of the default language in <c>languages</c>: <c>defaultContentLanguage</c>, default <c>en</c>.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>
    /// True when posts with Chinese, Japanese or Korean letters are counted and summarised by letters (Hugo's <c>hasCJKLanguage</c>).
    /// </summary>
    public bool HasCjkLanguage { get; init; }

    /// <summary>The length of a summary that no post gives, in words or, for CJK, letters: <c>summaryLength</c>, default 70.</summary>
    public int SummaryLength { get; init; } = 70;

    /// <summary>The folders of the templates of shortcodes, relative to the root, in the order in which they are looked into.</summary>
    internal IReadOnlyList<string> ShortcodeFolders { get; init; } = [];

    /// <summary>The site's parameters (Hugo's <c>params</c>), for shortcodes; null when there are none.</summary>
    internal ConfigMap? Params { get; init; }

    /// <summary>How Markdown is rendered; null for Zola.</summary>
    public GoldmarkSettings? Goldmark { get; init; }

    /// <summary>
    /// Front matter keys of taxonomies that have other names than in FeedApi, such as <c>topics</c> for <c>categories</c>; in
    /// lower case.
    /// </summary>
    public IReadOnlyDictionary<string, string> Taxonomies { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The folders that an <c>_index.md</c> makes sections, relative to the content folder; in Hugo every folder at the top is one too.
    /// </summary>
    internal IReadOnlyDictionary<string, SectionIndex> SectionIndexes { get; init; } = new Dictionary<string, SectionIndex>();

    /// <summary>
    /// The file names of feeds: <c>index.xml</c> or the base name of Hugo's RSS format; in Zola <c>feed_filenames</c>.
    /// </summary>
    internal IReadOnlyList<string> FeedFiles { get; init; } = [];

    /// <summary>All languages of the site.</summary>
    internal HugoLanguages? Languages { get; init; }

    /// <summary>The language whose posts have these settings; the settings of the site are those of its default language.</summary>
    internal HugoLanguage? Language { get; init; }

    /// <summary>True when more than one language is published.</summary>
    internal bool IsMultilingual => Languages is { AreSeveral: true };

    /// <summary>
    /// BCP 47 tag of the language that a post's path alone says, by suffix or folder; null when the site has one language only, or the
    /// path is in none of its folders of posts.
    /// </summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    public string? LanguageOfPath(string path) => IsMultilingual ? Languages!.Of(path)?.Tag : null;

    /// <summary>True when a post's path says the site's default language, or none.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    public bool IsInDefaultLanguage(string path) => Languages?.Of(path) is not { } language || language == Languages.Default;

    /// <summary>True when a post's path says a language that the site does not publish.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    internal bool IsInDisabledLanguage(string path) =>
        Languages is { All.Count: > 1 } languages && languages.Of(path) is { IsDisabled: true };

    /// <summary>The path of a post without the language in its file's name: <c>a.md</c> for <c>a.fr.md</c>.</summary>
    /// <param name="path">A path with <c>/</c> as separator, or a file name.</param>
    public string WithoutLanguage(string path) => Languages?.WithoutSuffix(path) ?? path;

    /// <summary>The settings that apply to one post: those of its language.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    internal HugoSettings Of(string path) =>
        Languages is { All.Count: > 1 } languages && languages.Of(path) is { } language ? languages.SettingsOf(language) : this;
}
