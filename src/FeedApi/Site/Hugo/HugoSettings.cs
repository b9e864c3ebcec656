namespace FeedApi.Site.Hugo;

/// <summary>
/// How a site of Hugo or Zola is laid out and addressed: what the root's configuration says of it. Made by <see cref="HugoConfigReader"/>.
/// </summary>
public sealed record HugoSettings
{
    /// <summary>True for Zola, whose addresses differ in small things.</summary>
    public bool IsZola { get; init; }

    /// <summary>
    /// Where posts are, relative to the root, without slashes at the ends: <c>content</c> unless <c>contentDir</c> says otherwise.
    /// </summary>
    public string ContentFolder { get; init; } = "content";

    /// <summary>What is served as it is, at the site's root: <c>static</c> unless <c>staticDir</c> says otherwise.</summary>
    public string StaticFolder { get; init; } = "static";

    /// <summary>
    /// Templates of addresses by section (Hugo's <c>permalinks</c>), case ignored; <c>/</c> stands for posts outside of any.
    /// </summary>
    public IReadOnlyDictionary<string, string> Permalinks { get; init; } = new Dictionary<string, string>();

    /// <summary>True when addresses end in <c>.html</c> (Hugo's <c>uglyURLs</c>).</summary>
    public bool HasUglyAddresses { get; init; }

    /// <summary>True when addresses keep capitals (Hugo's <c>disablePathToLower</c>).</summary>
    public bool KeepsCase { get; init; }

    /// <summary>
    /// True when a day at the start of a file's name is no part of the slug: always in Zola, in Hugo if <c>frontmatter.date</c> says so.
    /// </summary>
    public bool TakesDateFromName { get; init; }

    /// <summary>
    /// Front matter keys of taxonomies that are called otherwise than ours, such as <c>topics</c> for
    /// <c>categories</c>; keys in lower case.
    /// </summary>
    public IReadOnlyDictionary<string, string> Taxonomies { get; init; } = new Dictionary<string, string>();
}
