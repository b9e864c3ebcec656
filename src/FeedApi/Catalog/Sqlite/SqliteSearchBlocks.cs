namespace FeedApi.Catalog.Sqlite;

/// <summary>Tells a search how far ahead the next article of its order can be: the best instant in the blocks that it has not read yet.</summary>
internal sealed class SqliteSearchBlocks
{
    private readonly bool isDescending;
    private readonly List<(long Block, long Best)> ahead = [];
    private readonly bool isBounded;

    /// <summary>Reads the bounds.</summary>
    /// <param name="session">Where they are.</param>
    /// <param name="isByUpdate">True: the order is by update, else by publication.</param>
    /// <param name="isDescending">True: the newest block is read first.</param>
    public SqliteSearchBlocks(SqliteSession session, bool isByUpdate, bool isDescending)
    {
        this.isDescending = isDescending;
        // There is no bound below for updates: those searches are read to their end.
        isBounded = isDescending || !isByUpdate;
        if (!isBounded) return;
        using var rows = session.Query(isDescending
            ? $"SELECT block, {(isByUpdate ? "updated" : "newest")} FROM search_blocks ORDER BY block"
            : "SELECT block, oldest FROM search_blocks ORDER BY block DESC");
        while (rows.Read())
        {
            var instant = rows.GetInt64(1);
            if (ahead.Count > 0) instant = isDescending ? Math.Max(ahead[^1].Best, instant) : Math.Min(ahead[^1].Best, instant);
            ahead.Add((rows.GetInt64(0), instant));
        }
    }

    /// <summary>True when no article of a block, or of those behind it, comes before one of this instant. Blocks must be asked for in the order of the search.</summary>
    public bool ComeAfter(long block, long instant)
    {
        if (!isBounded) return false;
        while (ahead.Count > 0 && (isDescending ? ahead[^1].Block > block : ahead[^1].Block < block)) ahead.RemoveAt(ahead.Count - 1);
        return ahead.Count == 0 || (isDescending ? ahead[^1].Best < instant : ahead[^1].Best > instant);
    }
}
