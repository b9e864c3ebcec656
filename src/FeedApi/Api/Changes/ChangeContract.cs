using System.Text.Json.Serialization;
using FeedApi.Api.Articles;

namespace FeedApi.Api.Changes;

/// <summary>A page of changes of articles, by sequence.</summary>
/// <param name="Data">The changes; an article is in it once, with its latest change.</param>
/// <param name="Page">Where to go on.</param>
internal sealed record ChangeListContract(IReadOnlyList<ChangeContract> Data, ChangePageContract Page);

/// <summary>Where to go on after a page of changes.</summary>
/// <param name="Next">The next page, to be read at once; null when the client is up to date.</param>
/// <param name="Token">The value of since for next time; opaque, valid for the same filters.</param>
/// <param name="Revision">The revision of the catalog that the page shows; a value for min-revision.</param>
internal sealed record ChangePageContract(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next, string Token, long Revision);

/// <summary>A change of an article.</summary>
internal sealed record ChangeContract
{
    /// <summary>upsert: store the article. delete: it is gone, or no longer in the selection; ignore ids that you do not have.</summary>
    /// <example>upsert</example>
    public required string Type { get; init; }

    /// <summary>Strictly rising from change to change, with gaps.</summary>
    /// <example>812</example>
    public required long Sequence { get; init; }

    /// <summary>A revision at which what is told can be read: a value for min-revision. Only in events.</summary>
    /// <example>97</example>
    public long? Revision { get; init; }

    /// <summary>When the server saw the change, with the site's offset.</summary>
    /// <example>2026-11-08T09:00:02+08:00</example>
    public required DateTimeOffset At { get; init; }

    /// <summary>The article's id.</summary>
    /// <example>2025-03-02-first-light</example>
    public required string Id { get; init; }

    /// <summary>The article's identity in feeds.</summary>
    public required string Guid { get; init; }

    /// <summary>The article's page; of a deleted one the last.</summary>
    public required string Url { get; init; }

    /// <summary>The article as it is now, with the requested members. Only of an upsert.</summary>
    public ArticleContract? Article { get; init; }
}
