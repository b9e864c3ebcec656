using System.Collections.Concurrent;

namespace FeedApi.Catalog.Sqlite;

/// <summary>Connections that read, each in a transaction of its own: readers never wait for the writer, and see whole revisions.</summary>
internal sealed class SqliteReaderPool : IAsyncDisposable
{
    // A read takes well under a millisecond, so a few of them keep every processor busy.
    private static readonly int Readers = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SqliteIndexFile file;
    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly SemaphoreSlim free = new(Readers, Readers);

    /// <summary>Opens all of them at once, so that none has to find the file later, when somebody may have deleted it.</summary>
    public SqliteReaderPool(SqliteIndexFile file)
    {
        this.file = file;
        for (var i = 0; i < Readers; i++) idle.Add(Open());
    }

    /// <summary>Reads from one revision.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        SqliteSession? session = null;
        try
        {
            if (!idle.TryTake(out session)) session = Open();
            session.Run("BEGIN");
            var result = read(session);
            session.Run("COMMIT");
            idle.Add(session);
            return result;
        }
        catch (SearchBudgetException)
        {
            session!.Run("ROLLBACK");
            idle.Add(session);
            throw;
        }
        catch (Exception failure)
        {
            file.NoteDamage(failure);
            // Its transaction may be open and its readers too; another one is cheap.
            session?.Dispose();
            throw;
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Waits for those that read.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < Readers; i++) await free.WaitAsync();
        while (idle.TryTake(out var session)) session.Dispose();
        free.Dispose();
    }

    private SqliteSession Open() => SqliteSession.Open(file.Path, isReader: true);
}
