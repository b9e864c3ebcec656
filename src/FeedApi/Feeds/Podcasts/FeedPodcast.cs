namespace FeedApi.Feeds.Podcasts;

/// <summary>
/// Podcast metadata of a feed with audio. Text and addresses are valid in XML. Created by <see cref="FeedPodcasts"/>.
/// </summary>
internal sealed record FeedPodcast
{
    /// <summary>Identity, a UUID.</summary>
    public required string Guid { get; init; }

    /// <summary>The credited author; plain text.</summary>
    public required string Author { get; init; }

    /// <summary>True when it is unsuitable for children.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Categories used by podcast directories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The cover, JPEG or PNG; or null.</summary>
    public Uri? Image { get; init; }

    /// <summary>Name of the owner; or null.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Email address at which directories contact the owner; or null.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary><c>episodic</c> or <c>serial</c>; or null.</summary>
    public string? Type { get; init; }

    /// <summary>Address of the donation page and its label; or null.</summary>
    public (Uri Url, string Text)? Funding { get; init; }

    /// <summary>The medium, a value of the podcast namespace; or null.</summary>
    public string? Medium { get; init; }

    /// <summary>The location that it is about; plain text, or null.</summary>
    public string? Location { get; init; }

    /// <summary>True when other hosts must not import the feed; null when unspecified.</summary>
    public bool? IsLocked { get; init; }
}
