using System.Text.Json.Nodes;

namespace FeedApi.Model;

/// <summary>How the body of a post is written.</summary>
internal enum PostFormat
{
    /// <summary>Markdown, which may contain raw HTML.</summary>
    Markdown,

    /// <summary>HTML; never parsed as Markdown.</summary>
    Html,
}

/// <summary>One source file, parsed and validated but not rendered. It depends on the file and the site's data only.</summary>
internal sealed record Post
{
    /// <summary>Path relative to the content folder, with <c>/</c> as separator.</summary>
    public required string Path { get; init; }

    /// <summary>
    /// The id that the file's name gives, in NFC: its stem (<c>2022-04-19-some-slug</c>), and after it a hash of its folder when that
    /// stem is another file's.
    /// </summary>
    public required string NameId { get; init; }

    /// <summary>The front matter's <c>id</c>, in NFC; null when unset.</summary>
    public string? WrittenId { get; init; }

    /// <summary>The API id: the front matter's, else that of the file's name.</summary>
    public string Id => WrittenId ?? NameId;

    /// <summary>The front matter's <c>guid</c>, else its <c>id</c>; null when it has neither.</summary>
    public string? Guid { get; init; }

    /// <summary>URL-safe name: the front matter's <c>slug</c>, else the file's stem without its date.</summary>
    public required string Slug { get; init; }

    /// <summary>
    /// The front matter's <c>slug</c> as written, else the file's stem without its date and trailing dots: what Jekyll
    /// makes permalinks and ids of.
    /// </summary>
    public string WrittenSlug { get => field ?? Slug; init; }

    /// <summary>True when the front matter has a <c>slug</c>.</summary>
    public bool HasOwnSlug { get; init; }

    /// <summary>Markdown or HTML, by the file's extension.</summary>
    public required PostFormat Format { get; init; }

    /// <summary>Plain text, never empty, at most 1,024 chars.</summary>
    public required string Title { get; init; }

    /// <summary>Whole seconds, with the offset as written or else the site's.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>From <c>publishDate</c>: when the post appears, whatever its date; null means at <see cref="Published"/>.</summary>
    public DateTimeOffset? ShownFrom { get; init; }

    /// <summary>From <c>expiryDate</c>: when the post disappears; null means never.</summary>
    public DateTimeOffset? ShownUntil { get; init; }

    /// <summary>
    /// The date in the file's name; null when it has none. The guid uses it, because edits of the front matter do not change it.
    /// </summary>
    public DateOnly? FileDate { get; init; }

    /// <summary>From <c>last_modified_at</c>, <c>updated</c> or <c>lastmod</c>; null when unset.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The latest correction; null when there is none.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What the post declares about artificial intelligence; null when it says nothing, and the site's settings decide.</summary>
    public AiProvenance? Ai { get; init; }

    /// <summary>True for <c>feed: false</c>: the post is in no feed.</summary>
    public bool IsOutOfFeeds { get; init; }

    /// <summary>True for <c>withdrawn: true</c>: the post was published and must not be shown any more.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>Category names as written, in order, without duplicates.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>
    /// The categories as Jekyll spells them in addresses: <c>1293</c> for <c>002415</c>, an octal number of YAML; null when they are
    /// <see cref="Categories"/>.
    /// </summary>
    public IReadOnlyList<string>? JekyllCategories { get; init; }

    /// <summary>Tag names as written, in order, without duplicates.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Authors in order, completed from <c>_data/authors.yml</c>; empty when the post names none.</summary>
    public IReadOnlyList<PostAuthor> Authors { get; init; } = [];

    /// <summary>The explicit summary (<c>excerpt</c>, <c>description</c> or <c>summary</c>), may contain markup; null when unset.</summary>
    public string? Summary { get; init; }

    /// <summary>True when the summary is Markdown, as Hugo's <c>summary</c> is.</summary>
    public bool HasMarkdownSummary { get; init; }

    /// <summary>
    /// True when words are counted and summarised letter by letter as Hugo does in Chinese, Japanese and Korean, false when words are what
    /// spaces separate; null when neither post nor site says so.
    /// </summary>
    public bool? IsCjk { get; init; }

    /// <summary>The front matter's image; null when unset.</summary>
    public PostImage? Image { get; init; }

    /// <summary>True for <c>image: false</c> and <c>image: none</c>: not even an image of the body is the lead image.</summary>
    public bool HasNoImage { get; init; }

    /// <summary>BCP 47 tag; null means the site's language.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// What the translations of the post have in common: <c>translationKey</c>, else the path without its language; null in a site with
    /// one language.
    /// </summary>
    public string? TranslationKey { get; init; }

    /// <summary>True for <c>published: false</c> and <c>draft: true</c>: the post is not published anywhere.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The post's own <c>permalink</c>: an absolute path, possibly with placeholders; null when unset.</summary>
    public string? Permalink { get; init; }

    /// <summary>1-based line of <see cref="Permalink"/>; null when unset.</summary>
    public int? PermalinkLine { get; init; }

    /// <summary>Former URLs (<c>redirect_from</c>, <c>aliases</c>) as absolute paths.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>The address under <c>redirect_to</c> as written; null when unset.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Enclosures in order, with URLs as written.</summary>
    public IReadOnlyList<PostEnclosure> Enclosures { get; init; } = [];

    /// <summary>
    /// The front matter keys that FeedApi does not use; plain numbers and <c>true</c> or <c>false</c> are typed, other scalars are text.
    /// </summary>
    public JsonObject? Meta { get; init; }

    /// <summary>The whole front matter as written, for templates; null when there is none.</summary>
    internal ConfigMap? FrontMatterMap { get; init; }

    /// <summary>The post's own <c>excerpt_separator</c>, empty for none; null means the site's.</summary>
    public string? ExcerptSeparator { get; init; }

    /// <summary>Everything after the front matter, with <c>\n</c> as line end, without the characters that XML forbids.</summary>
    public required string Body { get; init; }

    /// <summary>1-based line of the file on which the body starts.</summary>
    public required int BodyLine { get; init; }

    /// <summary>The 1-based line in the file of a place in <see cref="Body"/>.</summary>
    /// <param name="index">The place, in chars.</param>
    public int LineAt(int index) => BodyLine + Body.AsSpan(0, index).Count('\n');
}

/// <summary>An author as given by a post or the site.</summary>
/// <param name="Name">Display name, never empty.</param>
/// <param name="Key">The key in <c>_data/authors.yml</c>, else the name; the slug is derived from it.</param>
/// <param name="Url">Absolute URL of the home page, or null.</param>
/// <param name="Email">Email address, or null.</param>
public sealed record PostAuthor(string Name, string Key, string? Url = null, string? Email = null);

/// <summary>The image of a post or article.</summary>
/// <param name="Url">As written, possibly relative; absolute once rendered.</param>
/// <param name="Alt">Alternative text, or null.</param>
/// <param name="Width">Pixels; null when unknown.</param>
/// <param name="Height">Pixels; null when unknown.</param>
/// <param name="LengthBytes">Size of the file; null when unknown, which it always is before rendering.</param>
public sealed record PostImage(string Url, string? Alt = null, int? Width = null, int? Height = null, long? LengthBytes = null);

/// <summary>A media file attached to a post.</summary>
/// <param name="Url">As written, possibly relative.</param>
/// <param name="Type">Media type; null when unset.</param>
/// <param name="LengthBytes">Size; null when unset.</param>
/// <param name="DurationSeconds">Playing time; null when unset.</param>
/// <param name="Title">Plain text; null when unset.</param>
internal sealed record PostEnclosure(
    string Url, string? Type = null, long? LengthBytes = null, int? DurationSeconds = null, string? Title = null);
