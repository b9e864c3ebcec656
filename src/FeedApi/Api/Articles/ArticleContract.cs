using System.Text.Json.Nodes;

namespace FeedApi.Api.Articles;

/// <summary>A published article.</summary>
internal sealed record ArticleContract
{
    /// <summary>Stable identity in this API: the source file's stem unless the post has an id of its own.</summary>
    /// <example>2025-03-02-first-light</example>
    public required string Id { get; init; }

    /// <summary>Identity in feeds: an absolute URI that never changes, the same in every feed and format.</summary>
    /// <example>tag:tides.example,2025-03-02:2025-03-02-first-light</example>
    public required string Guid { get; init; }

    /// <summary>The article's page.</summary>
    /// <example>https://tides.example/articles/2025-03-02-first-light</example>
    public required string Url { get; init; }

    /// <summary>Address at which the article first appeared, if any.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>Plain text.</summary>
    /// <example>First light</example>
    public required string Title { get; init; }

    /// <summary>Plain text, at most 280 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>The full body as sanitised HTML with absolute addresses. Only with content=html.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>The full body as plain text. Only with content=text.</summary>
    public string? ContentText { get; init; }

    /// <summary>The full body as written. Only with content=markdown, and not for posts written in HTML.</summary>
    public string? ContentMarkdown { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    /// <example>zh-CN</example>
    public required string Language { get; init; }

    /// <summary>When it was first published, with the site's offset.</summary>
    /// <example>2025-03-02T07:30:00+08:00</example>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed in a way that matters to readers; equal to published if it never did.</summary>
    /// <example>2025-03-02T07:30:00+08:00</example>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>
    /// When the server saw the content change, with the site's offset; updated is what the author says. At the first index of a site the
    /// later of published and updated.
    /// </summary>
    /// <example>2025-03-02T07:30:00+08:00</example>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>The latest correction, if any; it stands before the content as well.</summary>
    public CorrectionContract? Correction { get; init; }

    /// <summary>What is declared about artificial intelligence, if anything; a label stands before the content as well.</summary>
    public AiContract? Ai { get; init; }

    /// <summary>The other articles with the same content in other languages; only in a site with several.</summary>
    public IReadOnlyList<TranslationContract>? Translations { get; init; }

    /// <summary>The section of a Hugo or Zola site that the article is in, as in its address.</summary>
    /// <example>posts</example>
    public string? Section { get; init; }

    /// <summary>In order; empty when there are none.</summary>
    public required IReadOnlyList<AuthorContract> Authors { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<TermReferenceContract> Categories { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<TermReferenceContract> Tags { get; init; }

    /// <summary>The lead image.</summary>
    public ImageContract? Image { get; init; }

    /// <summary>Media attached to the article, such as a podcast episode.</summary>
    public required IReadOnlyList<EnclosureContract> Enclosures { get; init; }

    /// <summary>Number of words of the body; each Han character is one word.</summary>
    /// <example>412</example>
    public required int WordCount { get; init; }

    /// <summary>Minutes that reading it takes, at least 1: 400 Han characters or 230 words a minute.</summary>
    /// <example>2</example>
    public required int ReadingMinutes { get; init; }

    /// <summary>Near-duplicates that the list leaves out in favour of this article. Only with dedupe=1.</summary>
    public IReadOnlyList<NeighbourContract>? Copies { get; init; }

    /// <summary>The article that was published before it, of those that the filters select. Only with include=neighbours.</summary>
    public NeighbourContract? Previous { get; init; }

    /// <summary>The article that was published after it, of those that the filters select. Only with include=neighbours.</summary>
    public NeighbourContract? Next { get; init; }

    /// <summary>Where it matches q. Only with highlight=1.</summary>
    public HighlightContract? Highlight { get; init; }

    /// <summary>The other keys of the post's front matter, as written.</summary>
    public JsonObject? Meta { get; init; }
}

/// <summary>An article that is a translation of another one.</summary>
/// <param name="Id">Its identity in this API.</param>
/// <param name="Url">Its page.</param>
/// <param name="Language">BCP 47 language tag.</param>
internal sealed record TranslationContract(string Id, string Url, string Language);

/// <summary>An article beside another one.</summary>
/// <param name="Id">Its identity in this API.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">Its page.</param>
internal sealed record NeighbourContract(string Id, string Title, string Url);

/// <summary>A correction of an article.</summary>
/// <param name="Text">What was wrong and is right now.</param>
/// <param name="Date">When it was made.</param>
internal sealed record CorrectionContract(string Text, DateTimeOffset Date);

/// <summary>How far a text comes from artificial intelligence.</summary>
/// <param name="Kind">generated, assisted or none.</param>
/// <param name="Tool">The program or model.</param>
internal sealed record AiContract(string Kind, string? Tool);

/// <summary>An author of an article.</summary>
/// <param name="Slug">URL-safe name; the author's articles are at /api/v1/articles?author={slug}.</param>
/// <param name="Name">Display name.</param>
/// <param name="Url">Home page.</param>
internal sealed record AuthorContract(string Slug, string Name, string? Url);

/// <summary>A category or tag of an article.</summary>
/// <param name="Slug">URL-safe name.</param>
/// <param name="Name">Display name.</param>
internal sealed record TermReferenceContract(string Slug, string Name);

/// <summary>An image.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Alt">Alternative text.</param>
/// <param name="Width">Pixels, when known.</param>
/// <param name="Height">Pixels, when known.</param>
internal sealed record ImageContract(string Url, string? Alt, int? Width, int? Height);

/// <summary>A media file.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Type">Media type.</param>
/// <param name="Length">Bytes; 0 when unknown.</param>
/// <param name="Title">Its own title, if any.</param>
/// <param name="Duration">Playing time in seconds, when known.</param>
internal sealed record EnclosureContract(string Url, string Type, long Length, string? Title = null, int? Duration = null);

/// <summary>Where an article matches a search, as HTML with mark as its only element.</summary>
/// <param name="Title">The title.</param>
/// <param name="Text">An excerpt of the text around the first match.</param>
internal sealed record HighlightContract(string Title, string Text);
