using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>The order in which a search reads the blocks of rows, and how far ahead the next article of its own order can be.</summary>
/// <remarks>
/// Rows come nearly in the order of publication, so one stretch from the last row to the first serves most catalogs. Where many old posts
/// came late, their blocks are read when their time has come, and not before those of the present.
/// </remarks>
internal sealed class SqliteSearchBlocks
{
    // Each stretch is a search of its own: a catalog in no order at all is read in the order of its rows after so many.
    private const int UsualStretches = 16;

    // Blocks of one day come in any order. To read some of them too early costs less than another stretch.
    private const int Slack = 8;

    // Blocks that are not read yet, the next one at the end, with the best instant in them and in those before it in the list.
    private readonly List<(long Block, long Best)> ahead = [];
    private readonly List<(long First, long Last)> stretches = [];
    private readonly Dictionary<long, int> stretchOf = [];
    private readonly int maxStretches;
    private readonly bool isDescending;

    private SqliteSearchBlocks(int maxStretches, bool isDescending) =>
        (this.maxStretches, this.isDescending) = (maxStretches, isDescending);

    /// <summary>Reads the bounds of the blocks.</summary>
    /// <param name="session">Where they are.</param>
    /// <param name="query">What is searched for.</param>
    /// <param name="isDescending">True: the newest article comes first.</param>
    /// <param name="rows">The rows that are searched.</param>
    public static SqliteSearchBlocks Of(SqliteSession session, ArticleQuery query, bool isDescending, (long First, long Last) rows)
    {
        // FTS5 puts all words with one beginning together whatever rows are asked for: to do that once is enough.
        var blocks = new SqliteSearchBlocks(query.Search!.Clauses.Any(clause => clause.IsPrefix) ? 0 : UsualStretches, isDescending);
        if (rows.Last < rows.First) return blocks;
        var isByUpdate = query.Sort == ArticleSort.RecentlyUpdatedFirst;
        // There is no bound below for updates: those searches are read to their end.
        if (isDescending || !isByUpdate)
            blocks.Plan(ReadBounds(session, !isDescending ? "oldest" : isByUpdate ? "updated" : "newest", isDescending, rows));
        else blocks.stretches.Add(rows);
        return blocks;
    }

    /// <summary>
    /// Rows to search, one stretch after the other; within one in the order of the rows, or against it when the newest article comes first.
    /// </summary>
    public IReadOnlyList<(long First, long Last)> Stretches => stretches;

    /// <summary>True for a block that lies in the rows of a stretch and was read in one before it.</summary>
    /// <param name="stretch">Index of the stretch that is being read.</param>
    /// <param name="block">A block in it.</param>
    public bool WasRead(int stretch, long block) => stretchOf.TryGetValue(block, out var own) && own < stretch;

    /// <summary>
    /// True when no article of a block, or of those behind it, comes before one of this instant. Blocks must be asked for in the order in
    /// which they are read.
    /// </summary>
    public bool ComeAfter(long block, long instant)
    {
        if (stretchOf.Count == 0) return false;
        while (ahead.Count > 0 && ahead[^1].Block != block) ahead.RemoveAt(ahead.Count - 1);
        return ahead.Count == 0 || (isDescending ? ahead[^1].Best < instant : ahead[^1].Best > instant);
    }

    private static List<(long Block, long Best)> ReadBounds(
        SqliteSession session, string column, bool isDescending, (long First, long Last) rows)
    {
        List<(long Block, long Best)> bounds = [];
        var direction = isDescending ? "DESC" : "ASC";
        using var found = session.Query(
            $"SELECT block, {column} FROM search_blocks WHERE block BETWEEN $1 AND $2 ORDER BY {column} {direction}, block {direction}",
            rows.First / SqliteSearch.BlockArticles,
            rows.Last / SqliteSearch.BlockArticles);
        while (found.Read()) bounds.Add((found.GetInt64(0), found.GetInt64(1)));
        return bounds;
    }

    // The best block first, with those of its neighbours that are due next.
    private void Plan(List<(long Block, long Best)> blocks)
    {
        for (var next = 0; next < blocks.Count; next++)
        {
            var (low, high) = (blocks[next].Block, blocks[next].Block);
            if (stretchOf.ContainsKey(low)) continue;
            var isLast = stretches.Count == maxStretches;
            for (var i = next + 1; i < blocks.Count; i++)
            {
                var block = blocks[i].Block;
                if (stretchOf.ContainsKey(block)) continue;
                if (!isLast && (block < low - Slack || block > high + Slack)) break;
                (low, high) = (Math.Min(low, block), Math.Max(high, block));
            }

            AddStretch(low, high, blocks);
        }

        AddBounds(blocks);
    }

    private void AddStretch(long low, long high, List<(long Block, long Best)> blocks)
    {
        foreach (var (block, _) in blocks)
        {
            if (block >= low && block <= high) stretchOf.TryAdd(block, stretches.Count);
        }

        stretches.Add((low * SqliteSearch.BlockArticles, (high * SqliteSearch.BlockArticles) + SqliteSearch.BlockArticles - 1));
    }

    private void AddBounds(List<(long Block, long Best)> blocks)
    {
        var inReverse = blocks.OrderByDescending(each => stretchOf[each.Block]).ThenBy(each => isDescending ? each.Block : -each.Block);
        foreach (var (block, own) in inReverse)
        {
            var best = own;
            if (ahead.Count > 0) best = isDescending ? Math.Max(ahead[^1].Best, best) : Math.Min(ahead[^1].Best, best);
            ahead.Add((block, best));
        }
    }
}
