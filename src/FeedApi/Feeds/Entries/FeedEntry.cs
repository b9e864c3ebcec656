using FeedApi.Model;

namespace FeedApi.Feeds.Entries;

/// <summary>An article as all three formats contain it, so that they cannot differ. Text and addresses are valid in XML.</summary>
internal sealed record FeedEntry
{
    /// <summary>The article's guid.</summary>
    internal required string Guid { get; init; }

    /// <summary>Plain text.</summary>
    internal required string Title { get; init; }

    /// <summary>The permalink.</summary>
    internal required Uri Url { get; init; }

    /// <summary>Address at which the article first appeared; or null.</summary>
    internal Uri? ExternalUrl { get; init; }

    /// <summary>Plain text; empty when the article has none.</summary>
    internal required string Summary { get; init; }

    /// <summary>The body; null in a feed of summaries and when it is empty.</summary>
    internal string? Html { get; init; }

    /// <summary>First published, with the post's offset.</summary>
    internal required DateTimeOffset Published { get; init; }

    /// <summary>Last significant change, with the post's offset.</summary>
    internal required DateTimeOffset Updated { get; init; }

    /// <summary>BCP 47 tag; null when it is the feed's.</summary>
    internal string? Language { get; init; }

    /// <summary>Authors, in order.</summary>
    internal IReadOnlyList<EntryAuthor> Authors { get; init; } = [];

    /// <summary>Categories, then tags, in order.</summary>
    internal IReadOnlyList<EntryTerm> Terms { get; init; } = [];

    /// <summary>The lead image; or null.</summary>
    internal EntryImage? Image { get; init; }

    /// <summary>Media, in order.</summary>
    internal IReadOnlyList<EntryEnclosure> Enclosures { get; init; } = [];

    /// <summary>Copyright notice or license; plain text, or null.</summary>
    internal string? Rights { get; init; }

    /// <summary>What is declared about artificial intelligence; null when nothing is.</summary>
    internal AiProvenance? Ai { get; init; }

    /// <summary>The latest correction; or null.</summary>
    internal Correction? Correction { get; init; }

    /// <summary>Podcast metadata; null when the article has no audio.</summary>
    internal EntryEpisode? Episode { get; init; }

    /// <summary>Plain text that is never empty: the summary, else the title.</summary>
    internal string Text => Summary.Length > 0 ? Summary : Title;
}

/// <summary>An author of an entry.</summary>
/// <param name="Name">Plain text, never empty.</param>
/// <param name="Url">Home page; or null.</param>
/// <param name="Email">An addr-spec; or null.</param>
internal sealed record EntryAuthor(string Name, Uri? Url, string? Email);

/// <summary>A category or tag of an entry.</summary>
/// <param name="Kind">Category or tag.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Name">Plain text.</param>
internal sealed record EntryTerm(TermKind Kind, string Slug, string Name);

/// <summary>A media file of an entry.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Type">Media type.</param>
/// <param name="LengthBytes">Size; 0 when unknown.</param>
/// <param name="DurationSeconds">Playing time; or null.</param>
/// <param name="Title">Plain text; or null.</param>
internal sealed record EntryEnclosure(Uri Url, string Type, long LengthBytes, int? DurationSeconds, string? Title)
{
    /// <summary>True for audio.</summary>
    internal bool IsAudio => Type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for video.</summary>
    internal bool IsVideo => Type.StartsWith("video/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The lead image of an entry.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Type">Media type; or null.</param>
/// <param name="Alt">Plain text; or null.</param>
/// <param name="Width">Pixels; or null.</param>
/// <param name="Height">Pixels; or null.</param>
/// <param name="LengthBytes">Size; or null.</param>
internal sealed record EntryImage(Uri Url, string? Type, string? Alt, int? Width, int? Height, long? LengthBytes);

/// <summary>An entry as an episode of a podcast.</summary>
internal sealed record EntryEpisode
{
    /// <summary>Playing time of the first audio file; or null.</summary>
    internal int? DurationSeconds { get; init; }

    /// <summary>Number in its season, from 1; or null.</summary>
    internal int? Number { get; init; }

    /// <summary>Season, from 1; or null.</summary>
    internal int? Season { get; init; }

    /// <summary><c>full</c>, <c>trailer</c> or <c>bonus</c>; or null.</summary>
    internal string? Type { get; init; }

    /// <summary>True when it is unsuitable for children; null when unspecified.</summary>
    internal bool? IsExplicit { get; init; }

    /// <summary>Its transcripts, in order.</summary>
    internal IReadOnlyList<EntryFile> Transcripts { get; init; } = [];

    /// <summary>Its chapters; or null.</summary>
    internal EntryFile? Chapters { get; init; }
}

/// <summary>A file that accompanies an episode.</summary>
/// <param name="Url">Its address, https.</param>
/// <param name="Type">Media type.</param>
/// <param name="Language">BCP 47 tag; or null.</param>
internal sealed record EntryFile(Uri Url, string Type, string? Language = null);
