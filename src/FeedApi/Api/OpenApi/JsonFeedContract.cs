using System.Text.Json.Serialization;
using FeedApi.Api.Articles;

namespace FeedApi.Api.OpenApi;

/// <summary>A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal sealed record JsonFeedContract
{
    /// <summary>The version of the format.</summary>
    /// <example>https://jsonfeed.org/version/1.1</example>
    public required string Version { get; init; }

    /// <summary>Plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The page of what the feed is about.</summary>
    public required string HomePageUrl { get; init; }

    /// <summary>The address of the feed.</summary>
    public required string FeedUrl { get; init; }

    /// <summary>The feed of the next, older articles.</summary>
    public string? NextUrl { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>A large square picture.</summary>
    public string? Icon { get; init; }

    /// <summary>A small square picture.</summary>
    public string? Favicon { get; init; }

    /// <summary>BCP 47 language tag.</summary>
    public string? Language { get; init; }

    /// <summary>The authors of the site.</summary>
    public IReadOnlyList<JsonFeedAuthorContract>? Authors { get; init; }

    /// <summary>The articles.</summary>
    public required IReadOnlyList<JsonFeedItemContract> Items { get; init; }
}

/// <summary>An article in a JSON Feed.</summary>
internal sealed record JsonFeedItemContract
{
    /// <summary>Identity in feeds: the guid of the article in the API.</summary>
    public required string Id { get; init; }

    /// <summary>The article's page.</summary>
    public required string Url { get; init; }

    /// <summary>Where it first appeared.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>Plain text.</summary>
    public string? Title { get; init; }

    /// <summary>Sanitised HTML; an item has it or content_text.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>Plain text.</summary>
    public string? ContentText { get; init; }

    /// <summary>Plain text.</summary>
    public string? Summary { get; init; }

    /// <summary>The lead image.</summary>
    public string? Image { get; init; }

    /// <summary>RFC 3339.</summary>
    public required DateTimeOffset DatePublished { get; init; }

    /// <summary>RFC 3339.</summary>
    public DateTimeOffset? DateModified { get; init; }

    /// <summary>In order.</summary>
    public IReadOnlyList<JsonFeedAuthorContract>? Authors { get; init; }

    /// <summary>Display names of categories and tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>BCP 47 language tag, where it is not the feed's.</summary>
    public string? Language { get; init; }

    /// <summary>Attached media.</summary>
    public IReadOnlyList<JsonFeedAttachmentContract>? Attachments { get; init; }

    /// <summary>What JSON Feed has no member for.</summary>
    [JsonPropertyName("_feedapi")]
    public JsonFeedExtensionContract? Extension { get; init; }
}

/// <summary>What is told of an article in a JSON Feed beyond the format.</summary>
/// <param name="Ai">What is declared about artificial intelligence, if anything.</param>
/// <param name="Correction">The latest correction, if any.</param>
internal sealed record JsonFeedExtensionContract(AiContract? Ai, CorrectionContract? Correction);

/// <summary>An author in a JSON Feed.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Url">Home page.</param>
internal sealed record JsonFeedAuthorContract(string Name, string? Url);

/// <summary>A media file in a JSON Feed.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="MimeType">Media type.</param>
/// <param name="Title">Its own title.</param>
/// <param name="SizeInBytes">When known.</param>
/// <param name="DurationInSeconds">When known.</param>
internal sealed record JsonFeedAttachmentContract(
    string Url, string MimeType, string? Title, long? SizeInBytes, double? DurationInSeconds);
