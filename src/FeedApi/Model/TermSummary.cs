namespace FeedApi.Model;

/// <summary>A category, tag or author with what the catalog knows of it.</summary>
public sealed record TermSummary
{
    /// <summary>The kind of term.</summary>
    public required TermKind Kind { get; init; }

    /// <summary>The winning spelling's slug: the one that most articles use, the ordinally first among equals.</summary>
    public required string Slug { get; init; }

    /// <summary>Display name: from <c>_data/categories.yml</c>, else learned from the newest post, else the winning spelling.</summary>
    public required string Name { get; init; }

    /// <summary>Plain text; null when unset.</summary>
    public string? Description { get; init; }

    /// <summary>Absolute address of an image; null when unset.</summary>
    public string? Image { get; init; }

    /// <summary>Authors only: home page; null when unset.</summary>
    public string? Url { get; init; }

    /// <summary>Published articles with this term.</summary>
    public required int Count { get; init; }

    /// <summary>When the newest of them was published; null when there is none.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>When its set of articles, or one of them, last changed, UTC, whole seconds.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
