namespace FeedApi.Site.Settings;

/// <summary><c>feedapi.podcast</c>: what podcast directories want to know of a site with audio.</summary>
public sealed record PodcastSettings
{
    /// <summary>The podcast's identity, a UUID in lower case; null derives it from the feed's address.</summary>
    public string? Guid { get; init; }

    /// <summary>True when it is not for children.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>Stands between a category and the one below it: <c>Business &gt; Investing</c>.</summary>
    public const char Below = '>';

    /// <summary>Categories of the directories, as written, maybe with <see cref="Below"/>; empty when unset.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The cover as written, absolute or below the site's root; null when unset.</summary>
    public string? Image { get; init; }

    /// <summary>Who answers for the podcast; null when unset.</summary>
    public string? OwnerName { get; init; }

    /// <summary>Where directories reach the owner; null when unset.</summary>
    public string? OwnerEmail { get; init; }

    /// <summary>Who is credited; null means the site's author.</summary>
    public string? Author { get; init; }

    /// <summary><c>episodic</c> or <c>serial</c>; null when unset.</summary>
    public string? Type { get; init; }

    /// <summary>Where listeners can pay; null when unset.</summary>
    public PodcastFunding? Funding { get; init; }

    /// <summary>What is told there: <c>podcast</c>, <c>music</c>, <c>audiobook</c> and so on; null when unset.</summary>
    public string? Medium { get; init; }

    /// <summary>The place that the podcast is about; null when unset.</summary>
    public string? Location { get; init; }

    /// <summary>Whether other hosts may import the feed; null says nothing of it.</summary>
    public bool? IsLocked { get; init; }
}

/// <summary>Where listeners can pay.</summary>
/// <param name="Url">Absolute, or below the site's root.</param>
/// <param name="Text">What it is called; plain text, empty when unset.</param>
public sealed record PodcastFunding(string Url, string Text);
