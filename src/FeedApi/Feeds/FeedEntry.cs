using FeedApi.Rendering;

namespace FeedApi.Feeds;

/// <summary>An article as all three formats show it, so that they cannot disagree. Text is clean, addresses are ready to write.</summary>
internal sealed record FeedEntry
{
    /// <summary>The article's guid.</summary>
    internal required string Guid { get; init; }

    /// <summary>Plain text.</summary>
    internal required string Title { get; init; }

    /// <summary>The permalink.</summary>
    internal required Uri Url { get; init; }

    /// <summary>Where the article first appeared; or null.</summary>
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

    /// <summary>In order.</summary>
    internal IReadOnlyList<EntryAuthor> Authors { get; init; } = [];

    /// <summary>Categories, then tags, in order.</summary>
    internal IReadOnlyList<EntryTerm> Terms { get; init; } = [];

    /// <summary>Lead image; or null.</summary>
    internal Uri? Image { get; init; }

    /// <summary>Media, in order.</summary>
    internal IReadOnlyList<EntryEnclosure> Enclosures { get; init; } = [];

    /// <summary>Plain text that is never empty: the summary, else the title.</summary>
    internal string Text => Summary.Length > 0 ? Summary : Title;
}

/// <summary>An author of an entry.</summary>
/// <param name="Name">Plain text, never empty.</param>
/// <param name="Url">Home page; or null.</param>
/// <param name="Email">An addr-spec; or null.</param>
internal sealed record EntryAuthor(string Name, Uri? Url, string? Email);

/// <summary>A category or tag of an entry.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Slug">The slug.</param>
/// <param name="Name">Plain text.</param>
internal sealed record EntryTerm(TermKind Kind, string Slug, string Name);

/// <summary>A media file of an entry.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Type">Media type.</param>
/// <param name="LengthBytes">Size; 0 when unknown.</param>
internal sealed record EntryEnclosure(Uri Url, string Type, long LengthBytes);
