using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// The index that is served, and beside it the one that is made in its place when it is damaged. Only the publisher begins and ends that.
/// </summary>
internal sealed class SqliteIndexes : IAsyncDisposable
{
    // Requests that began with an index end with it.
    private static readonly TimeSpan RetiredFor = TimeSpan.FromSeconds(10);

    private readonly SiteConfig site;
    private readonly TimeProvider time;
    private readonly SearchOptions search;
    private readonly ThreadClock clock;
    private volatile SqliteOpenIndex served;
    private volatile SqliteOpenIndex? beside;
    private bool wasSmall;

    /// <summary>Opens the connections of an index.</summary>
    public SqliteIndexes(SqliteIndexFile file, SiteConfig site, TimeProvider time, SearchOptions search, ThreadClock clock)
    {
        (this.site, this.time, this.search, this.clock) = (site, time, search, clock);
        served = new SqliteOpenIndex(file, site, search, clock, time);
    }

    /// <summary>The index that is served.</summary>
    public SqliteOpenIndex Served => served;

    /// <summary>The index that is written: the one beside, while there is one.</summary>
    public SqliteOpenIndex Written => beside ?? served;

    /// <summary>True while an index is made beside the one that is served.</summary>
    public bool IsRebuilding => beside is not null;

    /// <summary>Begins an index beside the one that is served.</summary>
    /// <exception cref="CatalogException">It cannot be written for now.</exception>
    public void BeginRebuild()
    {
        if (beside is not null) return;
        try
        {
            var next = new SqliteOpenIndex(served.File.CreateBeside(), site, search, clock, time);
            using (var damaged = SqliteSession.Open(served.File.Path, isReader: true)) SqliteRebuild.TakeOver(damaged, next.Writer.Session);
            beside = next;
            wasSmall = false;
            next.File.Damage.BeginRebuild();
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"Another index cannot be made: {failure.Message}", failure);
        }
    }

    /// <summary>True when the index beside has about as many articles as the one that is served.</summary>
    /// <remarks>
    /// A content folder that is empty for a moment must not take everything with it, so fewer are believed the second time.
    /// </remarks>
    public async Task<bool> IsCompleteAsync(CancellationToken cancellationToken)
    {
        var found = await beside!.Readers.ReadAsync(SqliteState.Read, cancellationToken);
        try
        {
            var before = await served.Readers.ReadAsync(SqliteState.Read, cancellationToken);
            if (wasSmall || found.ArticleCount * 2 >= before.ArticleCount) return true;
        }
        catch (IndexDamageException)
        {
            return true;
        }

        wasSmall = true;
        return false;
    }

    /// <summary>Serves the index beside in the place of the other one, which is set aside.</summary>
    public async Task ServeBesideAsync()
    {
        var (former, next) = (served, beside!);
        await next.DisposeAsync();
        former.Retire();
        try
        {
            served = new SqliteOpenIndex(former.File.ReplaceBy(next.File), site, search, clock, time);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CatalogException($"The index that was made cannot be put in its place: {failure.Message}", failure);
        }
        finally
        {
            // What could not be put in its place is begun anew.
            beside = null;
        }

        served.File.Damage.EndRebuild();
        _ = CloseAsync(former);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (beside is not null) await beside.DisposeAsync();
        await served.DisposeAsync();
        served.File.Dispose();
    }

    private async Task CloseAsync(SqliteOpenIndex former)
    {
        await Task.Delay(RetiredFor, time);
        await former.DisposeAsync();
    }
}
