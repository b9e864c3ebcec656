namespace FeedApi.Api.Terms;

/// <summary>A category, tag or author.</summary>
internal sealed record TermContract
{
    /// <summary>URL-safe name, in the spelling of most articles.</summary>
    /// <example>observations</example>
    public required string Slug { get; init; }

    /// <summary>Display name.</summary>
    /// <example>观测</example>
    public required string Name { get; init; }

    /// <summary>Plain text.</summary>
    public string? Description { get; init; }

    /// <summary>Number of published articles that have it.</summary>
    /// <example>12</example>
    public required int Count { get; init; }

    /// <summary>When the newest of them was published.</summary>
    /// <example>2026-11-08T09:00:00+08:00</example>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Its page.</summary>
    /// <example>https://tides.example/categories/observations</example>
    public required string Url { get; init; }

    /// <summary>Its feeds.</summary>
    public required FeedLinksContract Feeds { get; init; }
}

/// <summary>All terms of one kind.</summary>
/// <param name="Data">The terms, ordered by slug.</param>
internal sealed record TermListContract(IReadOnlyList<TermContract> Data);

/// <summary>The addresses of one feed in its three formats.</summary>
/// <param name="Rss">RSS 2.0.</param>
/// <param name="Atom">Atom 1.0.</param>
/// <param name="Json">JSON Feed 1.1.</param>
internal sealed record FeedLinksContract(string Rss, string Atom, string Json);
