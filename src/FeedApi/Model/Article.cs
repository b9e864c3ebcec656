using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FeedApi.Model;

/// <summary>A rendered, publishable post. Its URLs are absolute; its text contains no characters that XML forbids.</summary>
public sealed record Article
{
    /// <summary>The API id, unique in the catalog, ignoring case.</summary>
    public required string Id { get; init; }

    /// <summary>Identity in feeds: an absolute IRI in ASCII that never changes (RFC 4287, section 4.2.6).</summary>
    public required string Guid { get; init; }

    /// <summary>Source file relative to the content folder.</summary>
    public required string SourcePath { get; init; }

    /// <summary>The permalink's path below the site's URL, percent-decoded, beginning with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, at most 280 chars, cut between graphemes; empty when the body has no text.</summary>
    public required string Summary { get; init; }

    /// <summary>Sanitised HTML; empty when not loaded.</summary>
    public string Html { get; init; } = "";

    /// <summary>
    /// The body as pages show it, when strip rules remove some of it from <see cref="Html"/>; otherwise, or when not loaded, null.
    /// </summary>
    public string? PageHtml { get; init; }

    /// <summary>The body as plain text; empty when not loaded.</summary>
    public string Text { get; init; } = "";

    /// <summary>The body as written in Markdown; null for HTML posts and when not loaded.</summary>
    public string? Markdown { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Whole seconds, with the post's own offset.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Whole seconds, with the post's own offset; equal to <see cref="Published"/> when the post was never updated.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>
    /// When the server saw the content change, UTC, whole seconds: at a first index the later of <see cref="Published"/> and <see
    /// cref="Updated"/>, never the time of indexing. Set by the catalog.
    /// </summary>
    public DateTimeOffset Changed { get; init; }

    /// <summary>
    /// When the server first showed it, UTC, where that is clearly another time than <see cref="Published"/>: a post that came late, or
    /// whose date was changed. Null for most. Set by the catalog.
    /// </summary>
    public DateTimeOffset? FirstPublic { get; init; }

    /// <summary>The latest correction; null when there is none.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What is declared about artificial intelligence; null when nothing is.</summary>
    public AiProvenance? Ai { get; init; }

    /// <summary>When it was corrected, while feeds show it before all others; null for most.</summary>
    public DateTimeOffset? LiftedAt { get; init; }

    /// <summary>False for an article that is in no feed.</summary>
    public bool IsInFeeds { get; init; } = true;

    /// <summary>In order; the site's author when the post names none; empty when the site has none either.</summary>
    public IReadOnlyList<Term> Authors { get; init; } = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<Term> Categories { get; init; } = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<Term> Tags { get; init; } = [];

    /// <summary>Lead image; null when there is none.</summary>
    public PostImage? Image { get; init; }

    /// <summary>Media attached to the article.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>Absolute URL of the original publication, or of <see cref="RedirectTo"/>; null when unknown.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>Number of words; each Han character is one word.</summary>
    public required int WordCount { get; init; }

    /// <summary>Former paths, which redirect to <see cref="Path"/>.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>
    /// Absolute URL to which the permalink redirects in place of showing the article (<c>redirect_to</c>); null for most.
    /// </summary>
    public string? RedirectTo { get; init; }

    /// <summary>
    /// The section of a Hugo or Zola site, as in its address, without slashes at the ends: <c>posts/2024</c>; null outside of any.
    /// </summary>
    public string? Section { get; init; }

    /// <summary>What the translations of the article have in common; null in a site with one language.</summary>
    public string? TranslationKey { get; init; }

    /// <summary>Files made of the body, which the HTML refers to; empty when not loaded.</summary>
    public IReadOnlyList<DerivedFile> Files { get; init; } = [];

    /// <summary>Keys of the site's own files that it links to, shows or attaches, in order; empty when not loaded.</summary>
    public IReadOnlyList<string> LinkedFiles { get; init; } = [];

    /// <summary>The values of <see cref="Meta"/> by which the site lets clients filter; empty when not loaded.</summary>
    public IReadOnlyList<FieldValue> Fields { get; init; } = [];

    /// <summary>Unknown front matter keys as written; null when there are none.</summary>
    public JsonObject? Meta { get; init; }
}

/// <summary>A value of the front matter by which clients can filter: the site declares the key under <c>feedapi.fields</c>.</summary>
/// <param name="Field">The key.</param>
/// <param name="Text">The value of a field of texts, in lower case, or of <c>true</c> and <c>false</c>; null for the others.</param>
/// <param name="Number">The value of a field of numbers, or of instants in Unix seconds; null for the others.</param>
public sealed record FieldValue(string Field, string? Text, double? Number)
{
    /// <summary>The value as a store compares it: a text, or a number.</summary>
    [JsonIgnore]
    public object Value => (object?)Number ?? Text!;
}
