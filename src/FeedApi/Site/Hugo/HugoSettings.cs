namespace FeedApi.Site.Hugo;

/// <summary>
/// The folders and addresses of a Hugo or Zola site, from its configuration. Made by <see cref="HugoConfigReader"/>.
/// </summary>
public sealed record HugoSettings
{
    /// <summary>True for Zola, whose addresses differ slightly from Hugo's.</summary>
    public bool IsZola { get; init; }

    /// <summary>
    /// The folder of posts, relative to the root, without leading or trailing slash: <c>contentDir</c>, default <c>content</c>.
    /// </summary>
    public string ContentFolder { get; init; } = "content";

    /// <summary>The folder of files that are served unchanged at the site's root: <c>staticDir</c>, default <c>static</c>.</summary>
    public string StaticFolder { get; init; } = "static";

    /// <summary>
    /// Permalink templates by section (Hugo's <c>permalinks</c>), ignoring case; <c>/</c> applies to posts outside of any section.
    /// </summary>
    public IReadOnlyDictionary<string, string> Permalinks { get; init; } = new Dictionary<string, string>();

    /// <summary>True when addresses end in <c>.html</c> (Hugo's <c>uglyURLs</c>).</summary>
    public bool HasUglyAddresses { get; init; }

    /// <summary>True when addresses keep upper-case letters (Hugo's <c>disablePathToLower</c>).</summary>
    public bool KeepsCase { get; init; }

    /// <summary>
    /// True when a date at the start of a file's name is not part of the slug: always in Zola, in Hugo with <c>:filename</c> in
    /// <c>frontmatter.date</c>.
    /// </summary>
    public bool TakesDateFromName { get; init; }

    /// <summary>
    /// Front matter keys of taxonomies that have other names than in FeedApi, such as <c>topics</c> for <c>categories</c>; in
    /// lower case.
    /// </summary>
    public IReadOnlyDictionary<string, string> Taxonomies { get; init; } = new Dictionary<string, string>();
}
