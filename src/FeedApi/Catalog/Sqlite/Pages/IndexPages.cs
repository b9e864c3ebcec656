using System.Collections.Concurrent;

namespace FeedApi.Catalog.Sqlite.Pages;

/// <summary>What is known of the pages of one index and of its log, for all connections of the process. Thread-safe.</summary>
/// <param name="path">Full path of the database, as SQLite names it.</param>
internal sealed class IndexPages(string path)
{
    private static readonly ConcurrentDictionary<string, IndexPages> ByPath = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<long, ulong> lost = new();
    private long repaired;

    /// <summary>Full path of the database, as SQLite names it.</summary>
    public string Path => path;

    /// <summary>Held while a page of the file is written, so that a page that is being written is not mistaken for a damaged one.</summary>
    public Lock Writing { get; } = new();

    /// <summary>The pages of the log.</summary>
    public LogChecksums Log { get; } = new();

    /// <summary>Number of pages that were damaged and are as before again.</summary>
    public long Repaired => Interlocked.Read(ref repaired);

    /// <summary>True while the file has pages that cannot be read.</summary>
    public bool HasLost => !lost.IsEmpty;

    /// <summary>Told of each damaged page, on another thread than that which found it.</summary>
    public event Action<PageDamage>? Damaged;

    /// <summary>The pages of a file; the same for all who ask.</summary>
    public static IndexPages Of(string path) => ByPath.GetOrAdd(path, static each => new IndexPages(each));

    /// <summary>Forgets a file: another one may get its name.</summary>
    public static void Forget(string path) => ByPath.TryRemove(path, out _);

    /// <summary>Verifies a page of the database, and undoes a flipped bit.</summary>
    /// <param name="page">The page as it was read; afterwards as it should be.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="store">Writes a repaired page; called while <see cref="Writing"/> is held.</param>
    /// <param name="readAgain">Reads the page once more; called while <see cref="Writing"/> is held.</param>
    /// <returns>False when the page is lost.</returns>
    public bool Verify(Span<byte> page, long number, PageAction readAgain, PageAction store)
    {
        if (PageChecksum.IsIntact(page, number)) return true;
        lock (Writing)
        {
            // It may have been read while it was written.
            if (!readAgain(page)) return false;
            if (PageChecksum.IsIntact(page, number)) return true;
            // A page that was never written, as the log has it; whoever needs it cannot use it anyway.
            if (!page.ContainsAnyExcept((byte)0)) return false;
            var content = PageChecksum.OfWhole(page);
            if (lost.TryGetValue(number, out var known) && known == content) return false;
            if (!PageChecksum.TryRepair(page, number))
            {
                lost[number] = content;
                Tell(new PageDamage(path, number, IsInLog: false, IsRepaired: false));
                return false;
            }

            store(page);
        }

        CountRepaired(number, isInLog: false);
        return true;
    }

    /// <summary>Verifies a page of the log, and undoes a flipped bit.</summary>
    public bool VerifyInLog(Span<byte> page, long frame, PageAction store)
    {
        var known = Log.Find(frame);
        if (known == 0 || PageChecksum.OfWhole(page) == known) return true;
        if (!PageChecksum.TryRepairWhole(page, known))
        {
            Tell(new PageDamage(path, frame, IsInLog: true, IsRepaired: false));
            return false;
        }

        store(page);
        CountRepaired(frame, isInLog: true);
        return true;
    }

    /// <summary>Records that a page was written anew.</summary>
    public void Written(long number)
    {
        if (!lost.IsEmpty) lost.TryRemove(number, out _);
    }

    private void CountRepaired(long number, bool isInLog)
    {
        Interlocked.Increment(ref repaired);
        Tell(new PageDamage(path, number, isInLog, IsRepaired: true));
    }

    private void Tell(PageDamage damage)
    {
        if (Damaged is { } told)
            ThreadPool.UnsafeQueueUserWorkItem(static each => each.told(each.damage), (told, damage), preferLocal: false);
    }

    /// <summary>Reads or writes one page; false when that fails.</summary>
    internal delegate bool PageAction(Span<byte> page);
}

/// <summary>A page that is not as it was written.</summary>
/// <param name="Path">The database.</param>
/// <param name="Number">The page, or the frame of the log.</param>
/// <param name="IsInLog">True when it is in the write-ahead log.</param>
/// <param name="IsRepaired">True when it is as it was written again; false when it is lost.</param>
internal readonly record struct PageDamage(string Path, long Number, bool IsInLog, bool IsRepaired);
