using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Pages;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Damage;

/// <summary>
/// Verifies every page of the index in the background, again and again, and once its structure, when that was too large to be checked at
/// the start. Indexes of other versions are deleted on the way when their time has come.
/// </summary>
/// <remarks>
/// A page that is never asked for could be damaged for years, and the next bit in it would make it unrepairable. A pass takes five minutes,
/// whatever the size: 8.8 KB a post are 1.5 MB/s for 50,000 posts, 30 MB/s for a million, a thirtieth of what a processor verifies.
/// </remarks>
internal sealed class SqliteIndexCheck(SqliteArticleStore store, TimeProvider time, ILogger<SqliteIndexCheck> logger) : BackgroundService
{
    /// <summary>The time of a pass over all pages.</summary>
    internal static readonly TimeSpan Pass = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(30);

    // A megabyte is read in about a millisecond.
    private const int PagesAtOnce = 64;

    private SqliteIndexFile? structureChecked;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        while (true)
        {
            try
            {
                store.DeleteOutdatedIndexes();
                await CheckAsync(store.ServedFile, stoppingToken);
            }
            catch (Exception failure) when (failure is SqliteException or IOException && !stoppingToken.IsCancellationRequested)
            {
                store.ServedFile.NoteDamage(failure);
                logger.LogWarning(failure, "The index cannot be checked; it is tried again");
                await Task.Delay(Pass, time, stoppingToken);
            }
        }
    }

    private async Task CheckAsync(SqliteIndexFile file, CancellationToken cancellationToken)
    {
        using (var session = SqliteSession.Open(file.Path, isReader: true))
        {
            await CheckPagesAsync(file, new PageReader(session), cancellationToken);
            if (file.IsChecked || file == structureChecked) return;
            structureChecked = file;
            using var stop = cancellationToken.Register(session.Interrupt);
            if (session.Scalar("PRAGMA quick_check(1)") is string fault && fault != "ok") file.MarkDamaged(fault.ReplaceLineEndings(" "));
        }
    }

    private async Task CheckPagesAsync(SqliteIndexFile file, PageReader pages, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        for (long next = 1, count = pages.Count; next <= count; next += PagesAtOnce)
        {
            for (var number = next; number < next + PagesAtOnce && number <= count; number++)
            {
                if (!pages.IsReadable(number)) file.MarkDamaged($"page {number} is lost");
            }

            var left = (Pass * ((double)Math.Min(next + PagesAtOnce, count) / count)) - time.GetElapsedTime(begun);
            if (left > TimeSpan.Zero) await Task.Delay(left, time, cancellationToken);
        }
    }
}
