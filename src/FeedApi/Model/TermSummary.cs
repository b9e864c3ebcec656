namespace FeedApi.Model;

/// <summary>A category, tag or author with its description and statistics from the catalog.</summary>
public sealed record TermSummary
{
    /// <summary>The kind of term.</summary>
    public required TermKind Kind { get; init; }

    /// <summary>The canonical slug: the spelling that most articles use; among equals the first in ordinal order.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name: from <c>_data/categories.yml</c>, else learned from the newest post, else the canonical spelling.</summary>
    public required string Name { get; init; }

    /// <summary>Plain text; null when unset.</summary>
    public string? Description { get; init; }

    /// <summary>Absolute URL of an image; null when unset.</summary>
    public string? Image { get; init; }

    /// <summary>Authors only: absolute URL of the home page; null when unset.</summary>
    public string? Url { get; init; }

    /// <summary>Number of published articles with this term.</summary>
    public required int Count { get; init; }

    /// <summary>Publication date of the newest of them; null when there is none.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>When the set of articles with this term, or one of these articles, last changed; UTC, whole seconds.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
