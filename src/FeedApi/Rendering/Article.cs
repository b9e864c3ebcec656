using System.Text.Json.Nodes;
using FeedApi.Content;

namespace FeedApi.Rendering;

/// <summary>A rendered, publishable post. Addresses inside it are absolute; text is free of characters that XML forbids.</summary>
public sealed record Article
{
    /// <summary>The API id, unique (case ignored) in the catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Identity in feeds: an absolute IRI in ASCII that never changes.</summary>
    public required string Guid { get; init; }

    /// <summary>Source file relative to the content folder.</summary>
    public required string SourcePath { get; init; }

    /// <summary>The permalink's path below the site's address, percent-decoded, beginning with <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, at most 280 chars, cut between graphemes; empty when the body has no text.</summary>
    public required string Summary { get; init; }

    /// <summary>Sanitised HTML; empty when not loaded.</summary>
    public string Html { get; init; } = "";

    /// <summary>The body as pages show it, when rules leave some of it out of <see cref="Html"/>; else, and when not loaded, null.</summary>
    public string? PageHtml { get; init; }

    /// <summary>The body as plain text; empty when not loaded.</summary>
    public string Text { get; init; } = "";

    /// <summary>The body as written in Markdown; null for HTML posts and when not loaded.</summary>
    public string? Markdown { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Whole seconds, the post's own offset.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>Whole seconds; equal to <see cref="Published"/> when the post was never updated.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>In order; the site's author when the post names none; empty when there is none either.</summary>
    public IReadOnlyList<Term> Authors { get; init; } = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<Term> Categories { get; init; } = [];

    /// <summary>In order.</summary>
    public IReadOnlyList<Term> Tags { get; init; } = [];

    /// <summary>Lead image; null when there is none.</summary>
    public PostImage? Image { get; init; }

    /// <summary>Media attached to the article.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>Where the article first appeared; null when unknown.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>Words, each Han character counting as one.</summary>
    public required int WordCount { get; init; }

    /// <summary>Old addresses as paths; they redirect to <see cref="Path"/>.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>Unknown front matter keys as written; null when there are none.</summary>
    public JsonObject? Meta { get; init; }
}

/// <summary>A media file attached to an article.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Type">Media type, never empty.</param>
/// <param name="LengthBytes">Size; 0 when unknown (RSS 2.0 profile, enclosure).</param>
/// <param name="DurationSeconds">Playing time; null when unknown.</param>
/// <param name="Title">Plain text; null when it has none of its own.</param>
public sealed record Enclosure(string Url, string Type, long LengthBytes, int? DurationSeconds = null, string? Title = null);

/// <summary>The three kinds of <see cref="Term"/>.</summary>
public enum TermKind
{
    /// <summary>A category.</summary>
    Category,

    /// <summary>A tag.</summary>
    Tag,

    /// <summary>An author.</summary>
    Author,
}

/// <summary>A category, tag or author of an article.</summary>
/// <remarks>The renderer writes the spelling of the post; the catalog hands out the winning slug and display name.</remarks>
/// <param name="Slug">URL-safe name, case kept.</param>
/// <param name="Name">Display name, plain text.</param>
/// <param name="Url">Authors only: home page; or null.</param>
/// <param name="Email">Authors only: mail address; or null.</param>
/// <param name="LearnedName">Categories only: the display name that this post teaches (<c>feedapi.category_names</c>); null when none.</param>
public sealed record Term(string Slug, string Name, string? Url = null, string? Email = null, string? LearnedName = null);

/// <summary>What rendering one post came to.</summary>
/// <param name="Article">The article; null when the post must be held back.</param>
/// <param name="Problems">Faults found while rendering.</param>
public sealed record ArticleRendering(Article? Article, IReadOnlyList<Problem> Problems);
