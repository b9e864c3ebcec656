namespace FeedApi.Import;

/// <summary>A post of another program, as its feed or export tells it.</summary>
internal sealed record ImportedPost
{
    /// <summary>Its identity in feeds; null when it has none.</summary>
    public string? Guid { get; init; }

    /// <summary>Plain text; empty when it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>When it was published, with the offset that is known; null when that is not known.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it last changed; null when that is not known, or it is the same.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Absolute address of it; null when it has none.</summary>
    public string? Address { get; init; }

    /// <summary>The path of it below the site, where no address is told; null when that is not known.</summary>
    public string? Path { get; init; }

    /// <summary>The name in its address, percent-decoded; null when it has none.</summary>
    public string? Slug { get; init; }

    /// <summary>Names, in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Names, in order.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Names, in order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The body: HTML, or Markdown where <see cref="IsMarkdown"/>.</summary>
    public string Body { get; init; } = "";

    /// <summary>True when the body is Markdown.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>Plain text; null when there is none.</summary>
    public string? Summary { get; init; }

    /// <summary>BCP 47 tag; null when it is that of the site.</summary>
    public string? Language { get; init; }

    /// <summary>Address of a picture of it; null when there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Attached media.</summary>
    public IReadOnlyList<ImportedEnclosure> Enclosures { get; init; } = [];

    /// <summary>False for a draft and what only some may read.</summary>
    public bool IsPublic { get; init; } = true;
}

/// <summary>A file attached to an imported post.</summary>
/// <param name="Url">Absolute address.</param>
/// <param name="Type">Media type; null when unknown.</param>
/// <param name="Bytes">Its size; null when unknown.</param>
internal sealed record ImportedEnclosure(string Url, string? Type, long? Bytes);
