using System.Globalization;
using FeedApi.Catalog.Search;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Finds the articles of a search: FTS5 says which have all tokens, the text of each says whether those follow one another as they must.</summary>
/// <remarks>
/// Rows are taken in the order in which articles came, nearly that of publication; <c>search_blocks</c> tells when no row ahead can belong to the page any
/// more. So a page costs the same in a catalog of any size, and its order is exact whatever order articles came in.
/// </remarks>
internal sealed class SqliteSearch
{
    /// <summary>Rows that share one entry of <c>search_blocks</c>.</summary>
    public const int BlockArticles = 256;

    /// <summary>A token that every article has.</summary>
    public const char EveryArticle = '%';

    private readonly SqliteSession session;
    private readonly ArticleQuery query;
    private readonly SearchQuery search;
    private readonly bool isDescending;
    private readonly bool isChecked;

    private readonly string? match;

    private SqliteSearch(SqliteSession session, ArticleQuery query, bool isInTitle = false)
    {
        this.session = session;
        this.query = query;
        search = query.Search ?? throw new ArgumentException("The query searches for nothing.", nameof(query));
        isDescending = query.Sort != ArticleSort.OldestFirst ^ query.Position is { IsBackward: true };
        isChecked = search.Clauses.Any(clause => clause.NeedsCheck);
        match = SqliteMatch.Of(session, query, isInTitle);
    }

    /// <summary>The token of a term.</summary>
    public static string TermToken(long term) => string.Create(CultureInfo.InvariantCulture, $"%{term}");

    /// <summary>The first rows of <c>articles</c> that match, from the position on, in the query's order (turned round for a page before a position).</summary>
    /// <param name="session">Where to look.</param>
    /// <param name="query">The selection.</param>
    /// <param name="count">How many.</param>
    /// <param name="isInTitle">True: all words must be in the title.</param>
    public static IReadOnlyList<long> Rows(SqliteSession session, ArticleQuery query, int count, bool isInTitle = false) =>
        new SqliteSearch(session, query, isInTitle).FirstOf(count);

    /// <summary>How many articles match, but not more than asked for.</summary>
    public static long Count(SqliteSession session, ArticleQuery query, int most)
    {
        var hits = new SqliteSearch(session, query with { Position = null });
        return hits.Hits((0, long.MaxValue)).Take(most).LongCount();
    }

    private IReadOnlyList<long> FirstOf(int count)
    {
        var best = new SortedSet<Hit>(Comparer<Hit>.Create(Compare));
        var lastBlock = -1L;
        foreach (var hit in Hits(RowsOf()))
        {
            if (best.Count == count && hit.Row / BlockArticles != lastBlock)
            {
                lastBlock = hit.Row / BlockArticles;
                if (!CanBeBetter(lastBlock, best.Max!)) break;
            }

            best.Add(hit);
            if (best.Count > count) best.Remove(best.Max!);
        }

        return [.. best.Select(hit => hit.Row)];
    }

    private IEnumerable<Hit> Hits((long First, long Last) between)
    {
        if (match is null) yield break;
        var (sql, values) = ArticleSelect.Search(query, match, isChecked, between);
        using var rows = session.Query(sql, values);
        while (rows.Read())
        {
            if (isChecked && !SearchMatcher.Holds(search, rows.GetString(3), PackedBodies.TextOf(rows.GetFieldValue<byte[]>(4)))) continue;
            yield return new Hit(rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2));
        }
    }

    private int Compare(Hit one, Hit other)
    {
        var order = one.Instant.CompareTo(other.Instant);
        if (order == 0) order = string.CompareOrdinal(one.Id, other.Id);
        return isDescending ? -order : order;
    }

    // True when a block from this one on holds an article that comes before the last one of the page.
    private bool CanBeBetter(long block, Hit last)
    {
        var column = query.Sort == ArticleSort.RecentlyUpdatedFirst ? "updated" : isDescending ? "newest" : "oldest";
        // There is no bound below for updates: those searches are read to their end.
        if (!isDescending && query.Sort == ArticleSort.RecentlyUpdatedFirst) return true;
        return session.Scalar(
            isDescending
                ? $"SELECT 1 FROM search_blocks WHERE block <= $1 AND {column} >= $2 LIMIT 1"
                : $"SELECT 1 FROM search_blocks WHERE block >= $1 AND {column} <= $2 LIMIT 1",
            block,
            last.Instant) is not null;
    }

    // The rows between which articles of the asked time can be.
    private (long First, long Last) RowsOf()
    {
        var (from, to) = (query.From?.ToUnixTimeSeconds(), query.To?.ToUnixTimeSeconds());
        if (query.Position is { } position && query.Sort != ArticleSort.RecentlyUpdatedFirst)
        {
            if (isDescending) to = to < position.Instant ? to : position.Instant;
            else from = from > position.Instant ? from : position.Instant;
        }

        var first = from is { } begin ? session.Scalar("SELECT block FROM search_blocks WHERE newest >= $1 ORDER BY block LIMIT 1", begin) as long? : 0;
        var last = to is { } end ? session.Scalar("SELECT block FROM search_blocks WHERE oldest <= $1 ORDER BY block DESC LIMIT 1", end) as long? : long.MaxValue / BlockArticles - 1;
        return first is null || last is null ? (0, -1) : (first.Value * BlockArticles, (last.Value * BlockArticles) + BlockArticles - 1);
    }

    private sealed record Hit(long Row, long Instant, string Id);
}
