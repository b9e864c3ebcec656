using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Site;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// The index that is served, and beside it the one that is made in its place when it is damaged or of a former version.
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
    private readonly CancellationTokenSource end = new();

    // What is asked of the index beside may begin it, on any thread.
    private readonly Lock gate = new();
    private Task closing = Task.CompletedTask;
    private bool wasSmall;

    /// <summary>Opens the connections of an index, and begins another one when it is of a former version.</summary>
    /// <exception cref="CatalogException">That cannot be written.</exception>
    public SqliteIndexes(SqliteIndexFile file, SiteConfig site, TimeProvider time, SearchOptions search, ThreadClock clock)
    {
        (this.site, this.time, this.search, this.clock) = (site, time, search, clock);
        served = new SqliteOpenIndex(file, site, search, clock, time);
        CountOutlines();
        if (!file.IsOutdated) return;
        BeginRebuild();
        file.Damage.BeginUpgrade();
    }

    /// <summary>The index that is served.</summary>
    public SqliteOpenIndex Served => served;

    /// <summary>The index that is written: the one beside, while there is one.</summary>
    /// <exception cref="CatalogException">It cannot be written for now.</exception>
    public SqliteOpenIndex Written
    {
        get
        {
            // Tables of a former version are never written to, also when the index beside could not be put in the place of theirs.
            if (beside is null && served.File.IsOutdated) BeginRebuild();
            return beside ?? served;
        }
    }

    /// <summary>True while an index is made beside the one that is served.</summary>
    public bool IsRebuilding => beside is not null;

    /// <summary>Begins an index beside the one that is served.</summary>
    /// <exception cref="CatalogException">It cannot be written for now.</exception>
    public void BeginRebuild()
    {
        lock (gate)
        {
            if (beside is null) CreateBeside();
            served.File.Damage.BeginRebuild();
        }
    }

    private void CreateBeside()
    {
        try
        {
            var next = new SqliteOpenIndex(served.File.CreateBeside(), site, search, clock, time);
            SqliteTakeOver.Copy(served.File.Path, next.Writer.Session);
            beside = next;
            wasSmall = false;
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

    /// <summary>Serves the index beside in the place of the other one, which is set aside or kept.</summary>
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

        CountOutlines();
        served.File.Damage.EndRebuild();
        closing = Task.WhenAll(closing, CloseAsync(former));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await closing;
        if (beside is not null) await beside.DisposeAsync();
        await served.DisposeAsync();
        served.File.Dispose();
        end.Dispose();
    }

    private void CountOutlines() =>
        served.File.Outlines.Begin((long)served.Writer.Session.Scalar("SELECT count(*) FROM articles WHERE is_outline = 1")!);

    private async Task CloseAsync(SqliteOpenIndex former)
    {
        try
        {
            await Task.Delay(RetiredFor, time, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The server ends, and with it all requests.
        }

        await former.DisposeAsync();
    }
}
