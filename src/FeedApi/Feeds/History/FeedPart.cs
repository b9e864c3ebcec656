using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Feeds.History;

/// <summary>Which part of a feed a document shows.</summary>
/// <param name="Archive">An archive document (RFC 5005, section 4): the edge that ends it.</param>
/// <param name="IsOpenArchive">True: what is too old for the subscription document and has not filled an archive yet.</param>
/// <param name="Page">A page of a list (section 3): where it begins.</param>
internal sealed record FeedPart(ArchiveEdge? Archive, bool IsOpenArchive, CursorPosition? Page)
{
    /// <summary>The subscription document: the newest articles, which readers ask for again and again.</summary>
    public static FeedPart Subscription { get; } = new(null, false, null);

    /// <summary>True for an archive document of either kind.</summary>
    public bool IsArchive => Archive is not null || IsOpenArchive;
}

/// <summary>
/// Writes and reads the parameters <c>archive</c> and <c>cursor</c> of a feed's address. They are linked from the feeds, never guessed.
/// </summary>
internal sealed class FeedParts(SiteConfig site)
{
    private const string OpenArchive = "open";

    private readonly byte[] key = Cursor.KeyOf(site);

    /// <summary>The parameter of an archive document.</summary>
    /// <param name="edge">The edge that ends it; null: the open one.</param>
    /// <param name="query">The whole feed.</param>
    public string ArchiveParameter(ArchiveEdge? edge, ArticleQuery query) =>
        "archive="
        + (edge is null
            ? OpenArchive
            : Cursor.Write(new CursorPosition(edge.Published, edge.Id, IsBackward: false), ArchiveScope(query), key));

    /// <summary>The parameter of a page.</summary>
    public string PageParameter(CursorPosition position, ArticleQuery query) =>
        "cursor=" + Cursor.Write(position, CanonicalQuery.ScopeOf(query), key);

    /// <summary>Reads the place; null when a parameter was not made for this feed, which <paramref name="fault"/> then says.</summary>
    /// <param name="parameters">The query of the address.</param>
    /// <param name="query">The whole feed.</param>
    /// <param name="hasFilters">True when the address selects more than a site's or term's feed: such a feed
    /// has pages and no archives.</param>
    /// <param name="fault">What is wrong.</param>
    public FeedPart? Read(IQueryCollection parameters, ArticleQuery query, bool hasFilters, out ParameterFault? fault)
    {
        var (archive, cursor) = (parameters["archive"], parameters["cursor"]);
        fault = null;
        if (archive.Count == 0 && cursor.Count == 0) return FeedPart.Subscription;
        if (archive is [{ } written] && cursor.Count == 0 && !hasFilters)
        {
            if (written == OpenArchive) return FeedPart.Subscription with { IsOpenArchive = true };
            if (Cursor.Read(written, ArchiveScope(query), key) is { } end)
                return FeedPart.Subscription with { Archive = new ArchiveEdge(end.Instant, end.Id) };
        }

        if (cursor is [{ } page] && archive.Count == 0 && Cursor.Read(page, CanonicalQuery.ScopeOf(query), key) is { } position)
            return FeedPart.Subscription with { Page = position };
        var name = archive.Count > 0 ? "archive" : "cursor";
        fault = new ParameterFault(name, $"The {name} was not made for this feed, or was changed on the way; begin with the feed itself.");
        return null;
    }

    private static string ArchiveScope(ArticleQuery query) => "archive of " + CanonicalQuery.ScopeOf(query);
}
