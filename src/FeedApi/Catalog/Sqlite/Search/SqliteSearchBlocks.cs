using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>The order in which a search reads the blocks of rows, and the bounds of the articles in blocks still unread.</summary>
/// <remarks>
/// Rows are nearly in the order of publication, so one stretch from the last row to the first is enough for most catalogs. Where many old
/// posts were added late, their blocks are read in the order of their instants, after those of newer posts.
/// </remarks>
internal sealed class SqliteSearchBlocks
{
    // Each stretch is a search of its own: after this many, an unordered catalog is read in the order of its rows.
    private const int DefaultMaxStretches = 16;

    // Blocks of one day are in any order. Reading some of them too early costs less than another stretch.
    private const int Slack = 8;

    // Unread blocks, the next one at the end, each with the best instant in it and in those before it in the list.
    private readonly List<(long Block, long Best)> ahead = [];
    private readonly List<(long First, long Last)> stretches = [];
    private readonly Dictionary<long, int> stretchOf = [];
    private readonly int maxStretches;
    private readonly bool isDescending;

    private SqliteSearchBlocks(int maxStretches, bool isDescending) =>
        (this.maxStretches, this.isDescending) = (maxStretches, isDescending);

    /// <summary>Reads the bounds of the blocks.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="query">The query.</param>
    /// <param name="isDescending">True: the newest article comes first.</param>
    /// <param name="rows">The rows to search.</param>
    public static SqliteSearchBlocks Of(SqliteSession session, ArticleQuery query, bool isDescending, (long First, long Last) rows)
    {
        // FTS5 merges all words with one prefix whatever rows are requested, so that should happen only once.
        var blocks = new SqliteSearchBlocks(query.Search!.Clauses.Any(clause => clause.IsPrefix) ? 0 : DefaultMaxStretches, isDescending);
        if (rows.Last < rows.First) return blocks;
        var isByUpdate = query.Sort == ArticleSort.RecentlyUpdatedFirst;
        // Updates have no lower bound: those searches are read to the end.
        if (isDescending || !isByUpdate)
            blocks.Plan(ReadBounds(session, !isDescending ? "oldest" : isByUpdate ? "updated" : "newest", isDescending, rows));
        else blocks.stretches.Add(rows);
        return blocks;
    }

    /// <summary>
    /// Rows to search, one stretch after another; each in the order of the rows, or in reverse when the newest article comes first.
    /// </summary>
    public IReadOnlyList<(long First, long Last)> Stretches => stretches;

    /// <summary>True for a block within a stretch that was already read in an earlier stretch.</summary>
    /// <param name="stretch">Index of the stretch being read.</param>
    /// <param name="block">A block in it.</param>
    public bool WasRead(int stretch, long block) => stretchOf.TryGetValue(block, out var own) && own < stretch;

    /// <summary>
    /// True when no article of a block or of later ones precedes an article of this instant. Must be called with blocks in the order in
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

    // The best block first, with those of its neighbours that are next in order.
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
