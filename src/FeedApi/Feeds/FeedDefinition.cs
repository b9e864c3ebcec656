using FeedApi.Feeds.History;
using FeedApi.Feeds.Podcasts;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Feeds;

/// <summary>
/// A feed independent of its format: a query, a title and links. Created by <see cref="FeedDefinitions"/>, used by the writers.
/// </summary>
internal sealed record FeedDefinition
{
    /// <summary>
    /// Stable identity: a tag URI that does not depend on the format, the scheme of the site or the spelling of a term; where
    /// jekyll-feed had the same feed, its address there (<see cref="JekyllFeedIds"/>).
    /// </summary>
    /// <remarks>RFC 4287, section 4.2.6; RFC 4151.</remarks>
    public required string Id { get; init; }

    /// <summary>The articles shown, with the bodies that <see cref="Content"/> needs.</summary>
    public required ArticleQuery Query { get; init; }

    /// <summary>Plain text; describes the selection.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, never empty.</summary>
    public required string Description { get; init; }

    /// <summary>BCP 47 tag; an entry has a language of its own only when it differs.</summary>
    public required string Language { get; init; }

    /// <summary>Absolute address of the page for people.</summary>
    public required string HomePage { get; init; }

    /// <summary>The negotiated address, absolute and without a query: a format's address is this, a dot and the format's name.</summary>
    public required string Address { get; init; }

    /// <summary>The canonical query of this document, percent-encoded, without the question mark; empty for none.</summary>
    public string QueryString { get; init; } = "";

    /// <summary>The query of this document as the client wrote it; null for the canonical one.</summary>
    public string? AskedQuery { get; init; }

    /// <summary>The part of the query that chooses how articles are presented, not which.</summary>
    public string Presentation { get; init; } = "";

    /// <summary>The canonical query that the addresses of entries have; empty for articles, not for the periods of a digest.</summary>
    public string EntryQuery { get; init; } = "";

    /// <summary>True when the query filters the feed of a site or term, or orders it other than newest first; also for pages.</summary>
    public bool HasFilters { get; init; }

    /// <summary>Minutes until a reader should poll again (<see cref="PollAdvice"/>).</summary>
    public int PollEveryMinutes { get; init; } = 60;

    /// <summary>Links from this document to the rest of the feed.</summary>
    public FeedHistory History { get; init; } = FeedHistory.None;

    /// <summary>Absolute address of an image of the feed; null when there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Absolute address of a small square image of the site; null when there is none.</summary>
    public string? Icon { get; init; }

    /// <summary>Copyright notice or license; plain text, or null.</summary>
    public string? Rights { get; init; }

    /// <summary>Podcast metadata, written when the feed contains audio; null for none.</summary>
    public FeedPodcast? Podcast { get; init; }

    /// <summary>Full bodies or summaries.</summary>
    public FeedContent Content { get; init; } = FeedContent.Full;

    /// <summary>
    /// Articles of the feed that were deleted in the last 30 days; empty for a feed with filters, for which this is not recorded.
    /// </summary>
    public IReadOnlyList<Change> Deleted { get; init; } = [];

    /// <summary>When a feed without articles last changed. It depends on neither the clock nor a rebuild of the index.</summary>
    /// <remarks>RFC 4287, section 4.1.1, requires a date of every feed.</remarks>
    public DateTimeOffset EmptySince { get; init; }

    /// <summary>When the feed's own metadata last changed; null when it changes only with a restart.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Surrogate keys of the document (<see cref="SurrogateKeys"/>).</summary>
    public required IReadOnlyCollection<string> Tags { get; init; }

    /// <summary>The exact public address of the document in a format, with the query by which it was asked for.</summary>
    public string AddressOf(FeedFormat format) => AddressOf(format, AskedQuery ?? QueryString);

    /// <summary>The address of an entry.</summary>
    /// <param name="page">Its page, without a query.</param>
    internal string EntryAddress(string page) => EntryQuery.Length == 0 ? page : $"{page}?{EntryQuery}";

    /// <summary>The address of another document of the feed, by its query.</summary>
    internal string AddressOf(FeedFormat format, string query) =>
        query.Length == 0 ? $"{Address}.{format.Name}" : $"{Address}.{format.Name}?{query}";

    /// <summary>The links of an XML document to the rest of the feed: relation and address.</summary>
    internal IReadOnlyList<(string Relation, string Address)> HistoryLinks(FeedFormat format) =>
        [.. History.Links(HasFilters).Select(link => (link.Relation, AddressOf(format, link.Query)))];
}
