namespace FeedApi.Site.Settings;

/// <summary><c>feedapi.podcast</c>: the metadata that podcast directories require.</summary>
public sealed record PodcastSettings
{
    /// <summary>The podcast's identity, a UUID in lower case; null derives it from the feed's address.</summary>
    public string? Guid { get; init; }

    /// <summary>True when the podcast has explicit content.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Separates a category and its subcategory: <c>Business &gt; Investing</c>.</summary>
    public const char Below = '>';

    /// <summary>Categories in the directories, as written, possibly with <see cref="Below"/>; empty when unset.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The URL of the cover as written, absolute or relative to the site's root; null when unset.</summary>
    public string? Image { get; init; }

    /// <summary>The name of the podcast's owner; null when unset.</summary>
    public string? OwnerName { get; init; }

    /// <summary>The owner's email address, for directories; null when unset.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>The credited author; null means the site's author.</summary>
    public string? Author { get; init; }

    /// <summary><c>episodic</c> or <c>serial</c>; null when unset.</summary>
    public string? Type { get; init; }

    /// <summary>Where listeners can pay; null when unset.</summary>
    public PodcastFunding? Funding { get; init; }

    /// <summary>The medium: <c>podcast</c>, <c>music</c>, <c>audiobook</c> and so on; null when unset.</summary>
    public string? Medium { get; init; }

    /// <summary>The place that the podcast is about; null when unset.</summary>
    public string? Location { get; init; }

    /// <summary>True when other hosts must not import the feed (<c>podcast:locked</c>); null when unset.</summary>
    public bool? IsLocked { get; init; }
}

/// <summary>Where listeners can pay.</summary>
/// <param name="Url">Absolute, or relative to the site's root.</param>
/// <param name="Text">The link's text; plain text, empty when unset.</param>
public sealed record PodcastFunding(string Url, string Text);
