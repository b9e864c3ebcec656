using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Divides the articles of the site and of every term into archives (RFC 5005, section 4), and finds archives.</summary>
/// <remarks>
/// An edge is a row, so the newest archive and the one before any other are found in a catalog of any size without counting.
/// </remarks>
internal static class SqliteArchives
{
    /// <summary>Stands for the site where a term's row is expected.</summary>
    public const long Site = 0;

    private const string EdgeBefore =
        "SELECT published, id FROM archive_edges WHERE term = $1 AND (published, id) < ($2, $3) ORDER BY published DESC, id DESC LIMIT 1";
    private const string EdgeAfter =
        "SELECT published, id FROM archive_edges WHERE term = $1 AND (published, id) > ($2, $3) ORDER BY published, id LIMIT 1";
    private const string LastEdge = "SELECT published, id FROM archive_edges WHERE term = $1 ORDER BY published DESC, id DESC LIMIT 1";
    private const string OfTerm =
        "SELECT published, id FROM order_terms WHERE term = $1 AND (published, id) > ($2, $3) ORDER BY published, id LIMIT 1 OFFSET $4";
    private const string OfSite =
        "SELECT published, id FROM articles WHERE $1 = 0 AND (published, id) > ($2, $3) ORDER BY published, id LIMIT 1 OFFSET $4";

    private static readonly ArchiveEdge Beginning = new(long.MinValue, "");

    /// <summary>
    /// The archive that ends at an edge, or the open one when none is given. The edge may be one that no longer exists.
    /// </summary>
    public static ArchiveRange Find(SqliteSession session, long term, ArchiveEdge? until)
    {
        if (until is null) return new ArchiveRange(Read(session, LastEdge, term), null, null);
        return new ArchiveRange(
            Read(session, EdgeBefore, term, until.Published, until.Id), until, Read(session, EdgeAfter, term, until.Published, until.Id));
    }

    /// <summary>Closes archives at the newer end as they become full.</summary>
    public static void Extend(SqliteSession session, long term)
    {
        var edge = Read(session, LastEdge, term) ?? Beginning;
        while (Nth(session, term, edge, ArchiveRange.Articles) is { } next)
        {
            Add(session, term, next);
            edge = next;
        }
    }

    /// <summary>Divides an archive that has grown beyond twice its length by added articles with earlier dates.</summary>
    public static void Divide(SqliteSession session, long term, ArchiveEdge inside)
    {
        if (Read(session, EdgeAfter, term, inside.Published, inside.Id) is not { } end) return;
        var edge = Read(session, EdgeBefore, term, inside.Published, inside.Id) ?? Beginning;
        while (Nth(session, term, edge, (2 * ArchiveRange.Articles) + 1) is { } far && IsAtMost(far, end))
        {
            edge = Nth(session, term, edge, ArchiveRange.Articles)!;
            Add(session, term, edge);
        }
    }

    private static bool IsAtMost(ArchiveEdge edge, ArchiveEdge end) =>
        edge.Published < end.Published || (edge.Published == end.Published && string.CompareOrdinal(edge.Id, end.Id) <= 0);

    private static ArchiveEdge? Nth(SqliteSession session, long term, ArchiveEdge after, int number) =>
        Read(session, term == Site ? OfSite : OfTerm, term, after.Published, after.Id, number - 1);

    private static void Add(SqliteSession session, long term, ArchiveEdge edge) =>
        session.Run("INSERT OR IGNORE INTO archive_edges VALUES($1, $2, $3)", term, edge.Published, edge.Id);

    private static ArchiveEdge? Read(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
    {
        using var row = session.Query(sql, values);
        return row.Read() ? new ArchiveEdge(row.GetInt64(0), row.GetString(1)) : null;
    }
}
