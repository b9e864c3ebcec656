using System.Globalization;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>
/// Chooses the index that is served at the start: that of this version when it is complete, else that of a former version while this one's
/// is made, else that of this version as far as it is made.
/// </summary>
internal sealed class IndexChoice(IndexFiles files, IndexVersions versions, IndexUpgrade upgrade, ILogger logger)
{
    /// <summary>Opens the index that is to be served.</summary>
    /// <param name="own">The index of this version, which need not exist.</param>
    /// <exception cref="CatalogException">The folder to take over from has no index.</exception>
    public SqliteIndexFile Open(SqliteIndexFile own)
    {
        var isThere = own.TryUse();
        var former = FormerIndex.LatestOf(OthersThan(own));
        if (former is null && upgrade.From is { } from) throw new CatalogException($"{from} has no index that can be read");
        if (former is null)
        {
            if (!isThere) own.Create();
            return own;
        }

        if (isThere && StateOf(own) is { Fingerprint: not null } state)
        {
            // The other one was served since: its tokens are still in use.
            if (upgrade.From is not null || former.Sequence > state.Sequence) TakeOver(former, own);
            return own;
        }

        // What an interrupted run has left.
        if (isThere) IndexFiles.Delete(own.Path);
        return TryServe(former, own) ?? Begin(File.Exists(former.Path) ? former : former with { Path = files.Aside }, own);
    }

    private IReadOnlyList<string> OthersThan(SqliteIndexFile own)
    {
        if (upgrade.From is not { } folder) return files.OthersThan(own.Path);
        return new IndexFiles(Path.GetFullPath(folder)).OthersThan(own.Path);
    }

    private static CatalogState StateOf(SqliteIndexFile own)
    {
        using var session = SqliteSession.Open(own.Path, isReader: true);
        return SqliteState.Read(session);
    }

    private SqliteIndexFile? TryServe(FormerIndex former, SqliteIndexFile own)
    {
        if (upgrade.From is not null || !former.IsComplete || !versions.CanServe(former.Schema) || MissingFor(former) > 0) return null;
        var outdated = own.Outdated(former);
        if (!outdated.TryUse()) return null;
        logger.LogInformation(
            CatalogEvents.IndexOutdated,
            "The index {File} of a former version is served while that of this version is made; new posts appear when it is complete",
            former.Path);
        return outdated;
    }

    // Nothing is served until it is complete.
    private SqliteIndexFile Begin(FormerIndex former, SqliteIndexFile own)
    {
        var missing = MissingFor(former);
        if (missing > 0 && upgrade.From is not null)
            throw new CatalogException(string.Create(
                CultureInfo.InvariantCulture, $"There is no room for an index in {files.Folder}: {MegabytesOf(missing)} MB are missing"));
        own.Create(missing > 0 ? null : former);
        TakeOver(former, own);
        if (missing <= 0) return own;
        logger.LogWarning(
            CatalogEvents.NoRoomForIndex,
            "There is no room for another index beside {File} of a former version: {Missing} MB of free space are missing. It was deleted, "
                + "and requests wait until all posts are read",
            former.Path,
            MegabytesOf(missing));
        IndexFiles.Delete(former.Path);
        return own;
    }

    private long MissingFor(FormerIndex former)
    {
        var missing = upgrade.Room.MissingFor(files.Folder, former.SizeBytes);
        if (missing <= 0) return missing;
        // What is kept just in case gives way first.
        File.Delete(files.Aside);
        foreach (var other in files.OthersThan(files.PathOf(versions.Schema)))
        {
            if (other != former.Path) IndexFiles.Delete(other);
        }

        return upgrade.Room.MissingFor(files.Folder, former.SizeBytes);
    }

    private static long MegabytesOf(long bytes) => (bytes / 1_000_000) + 1;

    private void TakeOver(FormerIndex former, SqliteIndexFile own)
    {
        using var next = SqliteSession.Open(own.Path, isReader: false);
        SqliteTakeOver.Copy(former.Path, next, upgrade.Reserve);
    }
}
