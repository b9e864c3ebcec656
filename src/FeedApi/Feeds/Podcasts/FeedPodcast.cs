namespace FeedApi.Feeds.Podcasts;

/// <summary>
/// What a feed with audio says of itself. Text is clean, addresses are ready to write. Made by <see cref="FeedPodcasts"/>.
/// </summary>
internal sealed record FeedPodcast
{
    /// <summary>Identity, a UUID.</summary>
    public required string Guid { get; init; }

    /// <summary>Who is credited; plain text.</summary>
    public required string Author { get; init; }

    /// <summary>True when it is not for children.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Categories of the directories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The cover, JPEG or PNG; or null.</summary>
    public Uri? Image { get; init; }

    /// <summary>Who answers for the podcast; or null.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Where directories reach the owner; or null.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary><c>episodic</c> or <c>serial</c>; or null.</summary>
    public string? Type { get; init; }

    /// <summary>Where listeners can pay, and what that is called; or null.</summary>
    public (Uri Url, string Text)? Funding { get; init; }

    /// <summary>What is told there, a word of the podcast namespace; or null.</summary>
    public string? Medium { get; init; }

    /// <summary>The place that it is about; plain text, or null.</summary>
    public string? Location { get; init; }

    /// <summary>Whether other hosts may import the feed; null says nothing of it.</summary>
    public bool? IsLocked { get; init; }
}
