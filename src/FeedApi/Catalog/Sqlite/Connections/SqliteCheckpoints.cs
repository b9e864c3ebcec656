using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// Writes the log of the index into its file in the background, so that the commit of a saved post need not. Told of every commit by the
/// writer, within its turn.
/// </summary>
/// <remarks>
/// SQLite does it within the commit that makes the log too long (sqlite.org/wal.html, section 3.2): 64 MB with three calls of fsync, for
/// which one save in a hundred waited some 400 ms. That remains for the commits of a scan, which are long anyway. A passive checkpoint
/// neither waits for readers or the writer nor makes them wait.
/// </remarks>
internal sealed class SqliteCheckpoints : IDisposable
{
    // 16 MB, some thirty saves: far enough from what SQLite waits for (SqliteSession), so that it is done before.
    private const int PagesBetween = 1_000;

    // The log begins anew once nothing was committed during a pass. Each pass has less to do than the one before.
    private const int MaxPasses = 5;

    private readonly SqliteIndexFile file;
    private readonly SqliteSession session;
    private Thread? running;
    private long written;
    private long doneUntil;

    /// <summary>Opens a connection for it immediately: later the file may have another name.</summary>
    public SqliteCheckpoints(SqliteIndexFile file)
    {
        this.file = file;
        session = SqliteSession.Open(file.Path, isReader: true);
    }

    /// <summary>Records a commit.</summary>
    /// <param name="pages">Number of pages that were written to the log for it.</param>
    public void Add(int pages)
    {
        var total = Interlocked.Add(ref written, pages);
        if (total - doneUntil < PagesBetween || running is { IsAlive: true }) return;
        doneUntil = total;
        running = LowPriorityThread.Start("Checkpoint", Run);
    }

    /// <summary>Waits for the one in progress.</summary>
    public void Dispose()
    {
        running?.Join();
        session.Dispose();
    }

    private void Run()
    {
        try
        {
            for (var pass = 0; pass < MaxPasses; pass++)
            {
                var before = Interlocked.Read(ref written);
                session.RunScript("PRAGMA wal_checkpoint(PASSIVE);");
                if (Interlocked.Read(ref written) == before) return;
            }
        }
        catch (SqliteException failure)
        {
            // A full disk, for example. The log stays as it is, and the next commits try again.
            file.NoteDamage(failure);
        }
    }
}
