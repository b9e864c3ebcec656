namespace FeedApi.Benchmarks.Fidelity;

/// <summary>What a site's generator makes of one post.</summary>
internal sealed record ExpectedPost
{
    /// <summary>The file, relative to the site.</summary>
    public required string Path { get; init; }

    /// <summary>The path of its page below the site's base path, percent-decoded.</summary>
    public required string Url { get; init; }

    /// <summary>The id of Jekyll, percent-decoded; null where the generator has none.</summary>
    public string? Id { get; init; }

    /// <summary>As the generator has it, maybe with markup.</summary>
    public required string Title { get; init; }

    /// <summary>Null when the generator has none: FeedApi publishes what has a date.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Names in order.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Every form in which the generator knows the post's language; empty when it knows none.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>HTML; null when there is none to compare with.</summary>
    public string? Excerpt { get; init; }

    /// <summary>The body; null when the generator could not render it, or only in part.</summary>
    public string? Html { get; init; }
}
