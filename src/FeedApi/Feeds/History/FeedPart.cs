using FeedApi.Model;
using FeedApi.Queries;
using FeedApi.Site;

namespace FeedApi.Feeds.History;

/// <summary>The part of a feed that a document contains.</summary>
/// <param name="Archive">The end of an archive document (RFC 5005, section 4).</param>
/// <param name="IsOpenArchive">True for the articles that are too old for the subscription document and do not fill an archive yet.</param>
/// <param name="Page">The start of a page of a paged feed (RFC 5005, section 3).</param>
internal sealed record FeedPart(ArchiveEdge? Archive, bool IsOpenArchive, CursorPosition? Page)
{
    /// <summary>The subscription document: the newest articles, which readers poll.</summary>
    public static FeedPart Subscription { get; } = new(null, false, null);

    /// <summary>True for an archive document of either kind.</summary>
    public bool IsArchive => Archive is not null || IsOpenArchive;
}

/// <summary>
/// Writes and reads the parameters <c>archive</c> and <c>cursor</c> of a feed's address. Their values are opaque: clients follow links.
/// </summary>
internal sealed class FeedParts(SiteConfig site)
{
    private const string OpenArchive = "open";

    private readonly byte[] key = Cursor.KeyOf(site);

    /// <summary>The parameter of an archive document.</summary>
    /// <param name="edge">The end of the archive; null for the open one.</param>
    /// <param name="query">The whole feed.</param>
    public string ArchiveParameter(ArchiveEdge? edge, ArticleQuery query) =>
        "archive="
        + (edge is null
            ? OpenArchive
            : Cursor.Write(new CursorPosition(edge.Published, edge.Id, IsBackward: false), ArchiveScope(query), key));

    /// <summary>The parameter of a page.</summary>
    public string PageParameter(CursorPosition position, ArticleQuery query) =>
        "cursor=" + Cursor.Write(position, CanonicalQuery.ScopeOf(query), key);

    /// <summary>Reads the part; null, with a <paramref name="fault"/>, when a parameter is not valid for this feed.</summary>
    /// <param name="parameters">The query of the address.</param>
    /// <param name="query">The whole feed.</param>
    /// <param name="hasFilters">True when the query filters or sorts the feed of a site or term: such a feed has pages and no
    /// archives.</param>
    /// <param name="fault">The invalid parameter; null when there is none.</param>
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
        fault = new ParameterFault(name, $"The {name} is not valid for this feed, or was altered; start again from the feed without it.");
        return null;
    }

    private static string ArchiveScope(ArticleQuery query) => "archive of " + CanonicalQuery.ScopeOf(query);
}
