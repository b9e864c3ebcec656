namespace FeedApi.Feeds.History;

/// <summary>
/// Links from a document to the rest of its feed (RFC 5005): the queries of other documents of the same feed, null where there is none.
/// </summary>
internal sealed record FeedHistory
{
    /// <summary>A document without links.</summary>
    public static FeedHistory None { get; } = new();

    /// <summary>A document that is the whole feed.</summary>
    public static FeedHistory Whole { get; } = new() { IsComplete = true };

    /// <summary>
    /// True when the document has every article of the feed, so that there is no older document to look for. Readers may delete what it
    /// does not have (section 2).
    /// </summary>
    public bool IsComplete { get; init; }

    /// <summary>True for an archive document, which is marked as one and need not be polled.</summary>
    public bool IsArchive { get; init; }

    /// <summary>The archive before this one; in the subscription document the newest one.</summary>
    public string? PreviousArchive { get; init; }

    /// <summary>The archive after this one, if it is full.</summary>
    public string? NextArchive { get; init; }

    /// <summary>The subscription document; an empty string is the feed's own address.</summary>
    public string? Current { get; init; }

    /// <summary>The next page of the list, for JSON Feed and for feeds with filters.</summary>
    public string? NextPage { get; init; }

    /// <summary>The previous page of the list.</summary>
    public string? PreviousPage { get; init; }

    /// <summary>The links of an XML feed in order: relation and query.</summary>
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
