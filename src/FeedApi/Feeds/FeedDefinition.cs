using FeedApi.Feeds.History;
using FeedApi.Feeds.Podcasts;
using FeedApi.Http.Documents;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Feeds;

/// <summary>
/// What a feed is before it has a format: a query, a title and links. Made by <see cref="FeedDefinitions"/>, read by the writers.
/// </summary>
internal sealed record FeedDefinition
{
    /// <summary>Stable identity: a tag URI that neither the format, the scheme of the site nor the spelling of a term changes.</summary>
    /// <remarks>RFC 4287, section 4.2.6; RFC 4151.</remarks>
    public required string Id { get; init; }

    /// <summary>The articles shown, with the bodies that <see cref="Content"/> needs.</summary>
    public required ArticleQuery Query { get; init; }

    /// <summary>Plain text; says what is selected.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text, never empty.</summary>
    public required string Description { get; init; }

    /// <summary>BCP 47 tag; an entry names its language only when it differs.</summary>
    public required string Language { get; init; }

    /// <summary>The page for people, absolute.</summary>
    public required string HomePage { get; init; }

    /// <summary>The negotiated address, absolute and without a query: a format's address is this, a dot and the format's name.</summary>
    public required string Address { get; init; }

    /// <summary>The canonical query of this document, percent-encoded, without the question mark; empty for none.</summary>
    public string QueryString { get; init; } = "";

    /// <summary>The part of the query that says how articles are shown, not which.</summary>
    public string Presentation { get; init; } = "";

    /// <summary>True when the address selects or orders more than a site's or term's newest articles.</summary>
    public bool HasFilters { get; init; }

    /// <summary>Minutes for which a reader need not ask again (<see cref="PollAdvice"/>).</summary>
    public int PollEveryMinutes { get; init; } = 60;

    /// <summary>How this document leads to the rest of the feed.</summary>
    public FeedHistory History { get; init; } = FeedHistory.None;

    /// <summary>Absolute address of an image that stands for the feed; null when there is none.</summary>
    public string? Image { get; init; }

    /// <summary>Absolute address of a small square picture of the site; null when there is none.</summary>
    public string? Icon { get; init; }

    /// <summary>Who may do what with the texts; plain text, or null.</summary>
    public string? Rights { get; init; }

    /// <summary>What the feed says of itself when it shows audio; null: nothing.</summary>
    public FeedPodcast? Podcast { get; init; }

    /// <summary>Whole bodies or summaries.</summary>
    public FeedContent Content { get; init; } = FeedContent.Full;

    /// <summary>
    /// Articles that left the selection in the last 30 days because they were deleted; empty for a feed with filters, where nothing tells.
    /// </summary>
    public IReadOnlyList<Change> Deleted { get; init; } = [];

    /// <summary>When what the feed says of itself last changed; null when it never does without a restart.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What the finished document shows (<see cref="SurrogateKeys"/>).</summary>
    public required IReadOnlyCollection<string> Tags { get; init; }

    /// <summary>The exact public address of the document in a format, with the query that selects it.</summary>
    public string AddressOf(FeedFormat format) => AddressOf(format, QueryString);

    /// <summary>The address of another document of the feed, by its query.</summary>
    internal string AddressOf(FeedFormat format, string query) =>
        query.Length == 0 ? $"{Address}.{format.Name}" : $"{Address}.{format.Name}?{query}";

    /// <summary>The links of an XML document to the rest of the feed: relation and address.</summary>
    internal IReadOnlyList<(string Relation, string Address)> HistoryLinks(FeedFormat format) =>
        [.. History.Links(HasFilters).Select(link => (link.Relation, AddressOf(format, link.Query)))];
}
