using System.Text.Json.Nodes;

namespace FeedApi.Model;

/// <summary>How the body of a post is written.</summary>
internal enum PostFormat
{
    /// <summary>Markdown, in which raw HTML may stand.</summary>
    Markdown,

    /// <summary>HTML; never read as Markdown.</summary>
    Html,
}

/// <summary>One source file, parsed and checked. Nothing is rendered and nothing outside the file and the site's data is known.</summary>
internal sealed record Post
{
    /// <summary>Path relative to the content folder, with <c>/</c> between its parts.</summary>
    public required string Path { get; init; }

    /// <summary>The API id: the front matter's <c>id</c>, else the file's stem (<c>2022-04-19-some-slug</c>). NFC.</summary>
    public required string Id { get; init; }

    /// <summary>The front matter's <c>guid</c>, else its <c>id</c>; null when it has neither.</summary>
    public string? Guid { get; init; }

    /// <summary>URL-safe name: the front matter's <c>slug</c>, else the file's stem without its date.</summary>
    public required string Slug { get; init; }

    /// <summary>
    /// The front matter's <c>slug</c> as written, else the file's stem without its date and dots at the end: what Jekyll
    /// makes addresses and ids of.
    /// </summary>
    public string WrittenSlug { get => field ?? Slug; init; }

    /// <summary>True when <see cref="Slug"/> is from the front matter.</summary>
    public bool HasOwnSlug { get; init; }

    /// <summary>Markdown or HTML, by the file's extension.</summary>
    public required PostFormat Format { get; init; }

    /// <summary>Plain text, never empty, at most 1,024 chars.</summary>
    public required string Title { get; init; }

    /// <summary>Whole seconds, with the offset as written or else the site's.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>From <c>publishDate</c>: when the post appears, whatever its date; null when unset: at <see cref="Published"/>.</summary>
    public DateTimeOffset? ShownFrom { get; init; }

    /// <summary>From <c>expiryDate</c>: the second at which the post disappears; null when unset: never.</summary>
    public DateTimeOffset? ShownUntil { get; init; }

    /// <summary>
    /// The day in the file's name; null when it has none. It dates the guid, because it outlives edits of the front matter.
    /// </summary>
    public DateOnly? FileDate { get; init; }

    /// <summary>From <c>last_modified_at</c>, <c>updated</c> or <c>lastmod</c>; null when unset.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Category names as written, in order, each once.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Tag names as written, in order, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Authors in order, completed from <c>_data/authors.yml</c>; empty when the post names none.</summary>
    public IReadOnlyList<PostAuthor> Authors { get; init; } = [];

    /// <summary>The explicit summary (<c>excerpt</c>, <c>description</c> or <c>summary</c>), maybe with markup; null when unset.</summary>
    public string? Summary { get; init; }

    /// <summary>The front matter's image; null when unset.</summary>
    public PostImage? Image { get; init; }

    /// <summary>BCP 47 tag; null means the site's language.</summary>
    public string? Language { get; init; }

    /// <summary>True for <c>published: false</c> and <c>draft: true</c>: in no output of any kind.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The post's own <c>permalink</c>: an absolute path, maybe with placeholders; null when unset.</summary>
    public string? Permalink { get; init; }

    /// <summary>1-based line of <see cref="Permalink"/>; null when unset.</summary>
    public int? PermalinkLine { get; init; }

    /// <summary>Old addresses (<c>redirect_from</c>, <c>aliases</c>) as absolute paths.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>Enclosures in order, addresses as written.</summary>
    public IReadOnlyList<PostEnclosure> Enclosures { get; init; } = [];

    /// <summary>
    /// The front matter keys that FeedApi gives no meaning to, scalars as typed (text unless plainly a number or true/false).
    /// </summary>
    public JsonObject? Meta { get; init; }

    /// <summary>The whole front matter as it stands in the file, for what templates ask of it; null when there is none.</summary>
    internal ConfigMap? FrontMatterMap { get; init; }

    /// <summary>This post's own <c>excerpt_separator</c>, empty for none; null means the site's.</summary>
    public string? ExcerptSeparator { get; init; }

    /// <summary>Everything after the front matter, line ends as <c>\n</c>, forbidden characters dropped.</summary>
    public required string Body { get; init; }

    /// <summary>1-based line of the file on which the body starts.</summary>
    public required int BodyLine { get; init; }
}

/// <summary>An author as a post names one.</summary>
/// <param name="Name">Display name, never empty.</param>
/// <param name="Key">The key into <c>_data/authors.yml</c> or the name: what the slug is made of.</param>
/// <param name="Url">Home page, absolute; or null.</param>
/// <param name="Email">Mail address; or null.</param>
public sealed record PostAuthor(string Name, string Key, string? Url = null, string? Email = null);

/// <summary>An image as a post names one.</summary>
/// <param name="Url">As written; maybe relative.</param>
/// <param name="Alt">Alternative text; or null.</param>
/// <param name="Width">Pixels; null when not stated.</param>
/// <param name="Height">Pixels; null when not stated.</param>
/// <param name="LengthBytes">Size of the file; null when unknown, as it is until the post is rendered.</param>
public sealed record PostImage(string Url, string? Alt = null, int? Width = null, int? Height = null, long? LengthBytes = null);

/// <summary>A media file attached to a post.</summary>
/// <param name="Url">As written; maybe relative.</param>
/// <param name="Type">Media type; null when not stated.</param>
/// <param name="LengthBytes">Size; null when not stated.</param>
/// <param name="DurationSeconds">Playing time; null when not stated.</param>
/// <param name="Title">Plain text; null when not stated.</param>
internal sealed record PostEnclosure(
    string Url, string? Type = null, long? LengthBytes = null, int? DurationSeconds = null, string? Title = null);
