using System.Globalization;
using FeedApi.Catalog.Search;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Filters;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Queries;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>
/// Finds the articles of a search: FTS5 selects those with all tokens, the text decides whether the tokens form the phrases.
/// </summary>
/// <remarks>
/// Rows are read in the order in which articles were added, nearly that of publication; <see cref="SqliteSearchBlocks"/> determines when
/// no later row can belong to the page. So a page costs the same in a catalog of any size, and its order is exact
/// in whatever order articles were added.
/// </remarks>
internal sealed class SqliteSearch
{
    /// <summary>Rows that share one entry of <c>search_blocks</c>.</summary>
    public const int BlockArticles = 512;

    /// <summary>Maximum number of hits whose texts are checked: some ten milliseconds.</summary>
    public const int MaxTexts = 1_000;

    /// <summary>A token that every article has.</summary>
    public const char EveryArticle = '%';

    private const string TitleSql = "SELECT title FROM articles WHERE article = $1";

    private readonly SqliteSession session;
    private readonly ArticleQuery query;
    private readonly bool isDescending;
    private readonly SqliteMatch? match;
    private byte[] text = [];

    private SqliteSearch(SqliteSession session, ArticleQuery query, bool isInTitle = false)
    {
        this.session = session;
        this.query = query;
        isDescending = query.Sort != ArticleSort.OldestFirst ^ query.Position is { IsBackward: true };
        match = SqliteMatch.Of(session, query, isInTitle);
    }

    /// <summary>The token of a term.</summary>
    public static string TermToken(long term) => string.Create(CultureInfo.InvariantCulture, $"%{term}");

    /// <summary>
    /// The first matching rows of <c>articles</c>, from the position on, in the query's order (reversed for a
    /// page before a position).
    /// </summary>
    /// <param name="session">The connection.</param>
    /// <param name="query">The query.</param>
    /// <param name="count">Maximum number of rows; for a search that needs the texts at most <see cref="MaxTexts"/>.</param>
    /// <param name="isInTitle">True: all words must be in the title.</param>
    public static IReadOnlyList<long> Rows(SqliteSession session, ArticleQuery query, int count, bool isInTitle = false)
    {
        var search = new SqliteSearch(session, query, isInTitle);
        return search.FirstOf(search.MaxOf(count));
    }

    /// <summary>
    /// The number of matching articles, at most <paramref name="max"/>, or <see cref="MaxTexts"/> for a search that needs the texts.
    /// </summary>
    public static long Count(SqliteSession session, ArticleQuery query, int max)
    {
        var hits = new SqliteSearch(session, query with { Position = null });
        return hits.Candidates((0, long.MaxValue)).Where(hits.Holds).Take(hits.MaxOf(max)).LongCount();
    }

    /// <summary>True when a row of <c>articles</c> matches; reads as much as that article has words.</summary>
    public static bool IsHit(SqliteSession session, ArticleQuery query, long row)
    {
        var search = new SqliteSearch(session, query with { Position = null });
        return search.Candidates((row, row)).Any(search.Holds);
    }

    private int MaxOf(int count) => match is { Checked.Count: > 0 } ? Math.Min(count, MaxTexts) : count;

    // A text costs as much as twenty candidates, so hits wait until nothing still unread can precede them, and are checked
    // in the order of the page: it is full after its own articles and the few false positives of the Bloom filter.
    private List<long> FirstOf(int count)
    {
        if (match is null) return [];
        var (found, waiting) = (new List<long>(), new PriorityQueue<Hit, Hit>(Comparer<Hit>.Create(Compare)));
        var blocks = SqliteSearchBlocks.Of(session, query, isDescending, RowsOf());
        var lastBlock = -1L;
        foreach (var (hit, block) in Candidates(blocks))
        {
            if (block != lastBlock && found.Count + waiting.Count >= count)
            {
                while (found.Count < count && waiting.TryPeek(out var next, out _) && blocks.ComeAfter(block, next.Instant)) Take();
                if (found.Count == count) return found;
            }

            lastBlock = block;
            waiting.Enqueue(hit, hit);
        }

        while (found.Count < count && waiting.Count > 0) Take();
        return found;

        void Take()
        {
            var hit = waiting.Dequeue();
            if (Holds(hit)) found.Add(hit.Row);
        }
    }

    private IEnumerable<(Hit Hit, long Block)> Candidates(SqliteSearchBlocks blocks)
    {
        for (var stretch = 0; stretch < blocks.Stretches.Count; stretch++)
        {
            foreach (var hit in Candidates(blocks.Stretches[stretch]))
            {
                var block = hit.Row / BlockArticles;
                if (!blocks.WasRead(stretch, block)) yield return (hit, block);
            }
        }
    }

    private IEnumerable<Hit> Candidates((long First, long Last) between)
    {
        if (match is null) yield break;
        var (sql, values) = ArticleSelect.Search(session, query, match, between);
        using var rows = session.Query(sql, values);
        while (rows.Read())
        {
            var needsText = false;
            if (match.Checked.Count > 0 && !MayHold(raw.sqlite3_column_blob(rows.Handle, 2), out needsText)) continue;
            yield return new Hit(rows.GetInt64(0), rows.GetInt64(1), needsText);
        }
    }

    private bool MayHold(ReadOnlySpan<byte> filter, out bool needsText)
    {
        needsText = false;
        foreach (var clause in match!.Checked)
        {
            var mayHave = PhraseBloomFilter.MayHave(filter, clause);
            if (!mayHave && !clause.IsExcluded) return false;
            needsText |= mayHave;
        }

        return true;
    }

    private bool Holds(Hit hit)
    {
        if (!hit.NeedsText) return true;
        if (session.Scalar(TitleSql, hit.Row) is not string title) return false;
        return PackedRows.Read(
            session, hit.Row, packed => SearchMatcher.Holds(match!.Checked, title, PackedBodies.TextOf(packed, ref text)) ? match : null)
            is not null;
    }

    private int Compare(Hit one, Hit other)
    {
        var order = one.Instant.CompareTo(other.Instant);
        if (order == 0) order = string.CompareOrdinal(IdOf(one), IdOf(other));
        return isDescending ? -order : order;
    }

    // Few articles share an instant, so few ids are read.
    private string IdOf(Hit hit) => hit.Id ??= (string)session.Scalar("SELECT id FROM articles WHERE article = $1", hit.Row)!;

    // The range of rows that can contain articles of the requested time.
    private (long First, long Last) RowsOf()
    {
        var (from, to) = (query.From?.ToUnixTimeSeconds(), query.To?.ToUnixTimeSeconds());
        if (query.Position is { } position && query.Sort != ArticleSort.RecentlyUpdatedFirst)
        {
            if (isDescending) to = to < position.Instant ? to : position.Instant;
            else from = from > position.Instant ? from : position.Instant;
        }

        var first = from is { } begin
            ? session.Scalar("SELECT block FROM search_blocks WHERE newest >= $1 ORDER BY block LIMIT 1", begin) as long?
            : 0;
        var last = to is { } end
            ? session.Scalar("SELECT block FROM search_blocks WHERE oldest <= $1 ORDER BY block DESC LIMIT 1", end) as long?
            : long.MaxValue / BlockArticles - 1;
        return first is null || last is null ? (0, -1) : (first.Value * BlockArticles, (last.Value * BlockArticles) + BlockArticles - 1);
    }

    private sealed class Hit(long row, long instant, bool needsText)
    {
        public long Row { get; } = row;

        public long Instant { get; } = instant;

        public bool NeedsText { get; } = needsText;

        public string? Id { get; set; }
    }
}
