using System.Collections.Concurrent;
using System.Threading.Channels;
using FeedApi.Catalog.Sqlite.Pages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Damage;

/// <summary>Collects what readers, the writer and the check of the pages find damaged in the index.</summary>
internal sealed class IndexDamage(TimeProvider time, ILogger logger) : IIndexDamage
{
    private static readonly TimeSpan Postponement = TimeSpan.FromMinutes(1);

    private readonly Channel<string> unreadable = Channel.CreateUnbounded<string>();
    private readonly ConcurrentDictionary<string, bool> articles = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private TaskCompletionSource rebuild = NewWait();
    private string? fault;
    private volatile bool isOutdated;
    private long repaired;

    /// <inheritdoc/>
    public ChannelReader<string> Unreadable => unreadable.Reader;

    /// <inheritdoc/>
    public event Action? Changed;

    /// <inheritdoc/>
    public string? Fault
    {
        get
        {
            lock (gate) return fault ?? (articles.IsEmpty ? null : "some articles cannot be read");
        }
    }

    /// <inheritdoc/>
    public bool IsOutdated => isOutdated;

    /// <inheritdoc/>
    public long RepairedPages => Interlocked.Read(ref repaired);

    /// <summary>True when a failure of SQLite tells that the file is damaged.</summary>
    public static bool IsDamage(Exception failure) =>
        failure is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB };

    /// <summary>
    /// True when SQLite cannot read the file, damaged or not: the disk gives no answer, or another file is just taking its place.
    /// </summary>
    public static bool IsUnreadable(Exception failure) =>
        IsDamage(failure) || failure is SqliteException { SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY };

    /// <inheritdoc/>
    public Task WaitForRebuildAsync(CancellationToken cancellationToken)
    {
        lock (gate) return rebuild.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Records that the article of a source file cannot be read.</summary>
    public void ReportArticle(string source)
    {
        if (!articles.TryAdd(source, true)) return;
        logger.LogError(
            CatalogEvents.ArticleUnreadable, "The article of {File} cannot be read from the index; the file is read again", source);
        unreadable.Writer.TryWrite(source);
        Changed?.Invoke();
    }

    /// <summary>True while the article of a source file cannot be read.</summary>
    public bool IsUnreadable(string source) => !articles.IsEmpty && articles.ContainsKey(source);

    /// <summary>Records that an article was written anew, or is gone.</summary>
    public void EndArticle(string source)
    {
        if (!articles.IsEmpty && articles.TryRemove(source, out _)) Changed?.Invoke();
    }

    /// <summary>Records that more than single articles cannot be read.</summary>
    /// <param name="what">One line.</param>
    public void ReportIndex(string what)
    {
        lock (gate)
        {
            if (fault is not null) return;
            fault = what;
            rebuild.TrySetResult();
        }

        logger.LogCritical(
            CatalogEvents.IndexDamaged,
            "The index is damaged ({Fault}). What can be read of it is served, while another one is made of the posts",
            what);
        Changed?.Invoke();
    }

    /// <summary>Records a damaged page.</summary>
    /// <remarks>
    /// A lost page of the database is reported by whoever needs it, as only one article may; one of the log can never be written into the
    /// database, so that the log would grow without end.
    /// </remarks>
    public void ReportPage(PageDamage page)
    {
        if (!page.IsRepaired)
        {
            if (page.IsInLog) ReportIndex($"page {page.Number} of its log is lost");
            return;
        }

        // Said less and less often: a failing disk has very many.
        var count = Interlocked.Increment(ref repaired);
        if (!long.IsPow2(count)) return;
        logger.LogWarning(
            CatalogEvents.PageRepaired,
            "A flipped bit in page {Page} of the index was undone, {Count} since the start. Disk or memory may be failing",
            page.Number,
            count);
    }

    /// <summary>Records that another index is being made: none is wanted meanwhile.</summary>
    public void BeginRebuild()
    {
        lock (gate) rebuild = NewWait();
    }

    /// <summary>Records that the index of a former version is served, while that of this version is made.</summary>
    public void BeginUpgrade()
    {
        isOutdated = true;
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public void PostponeRebuild()
    {
        TaskCompletionSource wanted;
        lock (gate) wanted = rebuild = NewWait();
        _ = Task.Delay(Postponement, time).ContinueWith(_ => wanted.TrySetResult(), TaskScheduler.Default);
    }

    /// <summary>Records that another index is served.</summary>
    public void EndRebuild()
    {
        lock (gate)
        {
            fault = null;
            isOutdated = false;
            rebuild = NewWait();
            articles.Clear();
        }

        logger.LogInformation(CatalogEvents.IndexReplaced, "Another index was made of the posts and is served");
        Changed?.Invoke();
    }

    private static TaskCompletionSource NewWait() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
