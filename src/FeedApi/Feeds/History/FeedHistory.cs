namespace FeedApi.Feeds.History;

/// <summary>
/// How a document leads to the rest of its feed (RFC 5005): queries of other documents of the same feed, null where there is none.
/// </summary>
internal sealed record FeedHistory
{
    /// <summary>A document that leads nowhere.</summary>
    public static FeedHistory None { get; } = new();

    /// <summary>True for an archive document: it says so, and is not to be polled.</summary>
    public bool IsArchive { get; init; }

    /// <summary>The archive before this one, or the newest one.</summary>
    public string? PreviousArchive { get; init; }

    /// <summary>The archive after this one, if it is full.</summary>
    public string? NextArchive { get; init; }

    /// <summary>The subscription document; empty text is the feed's own address.</summary>
    public string? Current { get; init; }

    /// <summary>The next page of the list, for JSON Feed and for feeds with filters.</summary>
    public string? NextPage { get; init; }

    /// <summary>The previous page of the list.</summary>
    public string? PreviousPage { get; init; }

    /// <summary>The links of an XML feed in their order: relation and query.</summary>
    /// <param name="hasFilters">True: the feed has pages and no archives; mixing the two is undefined (section 2).</param>
    internal IEnumerable<(string Relation, string Query)> Links(bool hasFilters)
    {
        var links = hasFilters
            ? [("next", NextPage), ("previous", PreviousPage)]
            : new[] { ("prev-archive", PreviousArchive), ("next-archive", NextArchive), ("current", Current) };
        foreach (var (relation, query) in links)
        {
            if (query is not null) yield return (relation, query);
        }
    }
}
