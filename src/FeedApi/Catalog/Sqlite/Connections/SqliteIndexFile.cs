using FeedApi.Site.Files;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// The file of the index: opens a valid one, sets a damaged or outdated one aside and creates a new one, and admits one process at a time.
/// </summary>
internal sealed class SqliteIndexFile : IDisposable
{
    private const string FileName = "index.db";
    private const string LockName = "index.lock";
    private const string SetAsideName = "index.set-aside.db";
    private const string DamagedName = "index.damaged";

    // Checked in a moment. A larger index would delay the start, so it is checked while in use.
    private const long CheckedAtOnceBytes = 64L * 1024 * 1024;

    private static readonly string[] Companions = ["-wal", "-shm"];

    private readonly FileStream claim;
    private readonly ILogger logger;
    private readonly string damagedPath;
    private readonly long version;

    private SqliteIndexFile(string path, int renderingVersion, FileStream claim, ILogger logger)
    {
        (Path, this.claim, this.logger) = (path, claim, logger);
        version = (SqliteSchema.Version * 1_000) + renderingVersion;
        damagedPath = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, DamagedName);
    }

    /// <summary>Full path of the database.</summary>
    public string Path { get; }

    /// <summary>True when the whole file was found intact before it was opened.</summary>
    public bool IsChecked { get; private set; } = true;

    /// <summary>Opens the index of a data folder; creates both when missing.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="renderingVersion">The version of rendering of the articles; an index of another version is set aside.</param>
    /// <param name="logger">Logs when an index is set aside.</param>
    /// <exception cref="CatalogException">The folder cannot be written, or another process is using the index; the message is one
    /// line.</exception>
    public static SqliteIndexFile Open(string dataFolder, int renderingVersion, ILogger logger)
    {
        var file = new SqliteIndexFile(System.IO.Path.Combine(dataFolder, FileName), renderingVersion, Claim(dataFolder), logger);
        try
        {
            if (RegularFile.Exists(file.Path) && file.FaultOf() is { } fault) file.SetAside(fault);
            if (!RegularFile.Exists(file.Path)) file.Create();
            return file;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw new CatalogException($"The index {file.Path} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Marks the index as damaged: the next start sets it aside and rebuilds it.</summary>
    /// <param name="fault">What is damaged; one line.</param>
    public void MarkDamaged(string fault)
    {
        if (File.Exists(damagedPath)) return;
        try
        {
            File.WriteAllText(damagedPath, fault);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk: the next read of the damage tries again.
            return;
        }

        logger.LogCritical(
            CatalogEvents.IndexDamaged,
            "The index is damaged ({Fault}). Its readable parts are still served; restart the server to rebuild it from the posts",
            fault);
    }

    /// <summary>Marks the index as damaged when the failure is due to corruption.</summary>
    public void NoteDamage(Exception failure)
    {
        if (failure is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB }) MarkDamaged(failure.Message);
    }

    /// <inheritdoc/>
    public void Dispose() => claim.Dispose();

    private static FileStream Claim(string dataFolder)
    {
        try
        {
            Directory.CreateDirectory(dataFolder);
            return new FileStream(
                System.IO.Path.Combine(dataFolder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException(
                $"The data folder {dataFolder} cannot be used, or another FeedApi is using it: {failure.Message}", failure);
        }
    }

    // Null when the index is intact and was written by this version.
    private string? FaultOf()
    {
        if (RegularFile.Exists(damagedPath)) return $"it is damaged ({File.ReadAllText(damagedPath)})";
        try
        {
            using var session = SqliteSession.Open(Path, isReader: false);
            if (session.Scalar("PRAGMA user_version") is not long found || found != version)
                return "it was written by another version";
            if (session.Scalar("SELECT count(*) FROM state") is not 1L || IsTruncated(session)) return "it is damaged";
            IsChecked = new FileInfo(Path).Length <= CheckedAtOnceBytes;
            return !IsChecked || session.Scalar("PRAGMA quick_check(1)") is "ok" ? null : "it is damaged";
        }
        catch (SqliteException failure)
        {
            return $"it is damaged ({failure.Message})";
        }
    }

    // The write-ahead log of a killed server is written into the file first.
    private bool IsTruncated(SqliteSession session)
    {
        session.RunScript("PRAGMA wal_checkpoint(TRUNCATE);");
        return session.Scalar("PRAGMA page_count") is not long pages || new FileInfo(Path).Length < pages * SqliteSchema.PageBytes;
    }

    // One is kept for diagnosis; more would fill the disk.
    private void SetAside(string fault)
    {
        var aside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, SetAsideName);
        File.Move(Path, aside, overwrite: true);
        foreach (var companion in Companions) File.Delete(Path + companion);
        File.Delete(damagedPath);
        logger.LogWarning(
            CatalogEvents.IndexSetAside,
            "The index cannot be used: {Fault}. It was set aside as {File} and is rebuilt from the posts",
            fault,
            aside);
    }

    // Written under another name first: a file with the right name is always complete.
    private void Create()
    {
        var unfinished = Path + ".new";
        foreach (var leftover in (string[])[unfinished, .. Companions.Select(each => unfinished + each)]) File.Delete(leftover);
        using (var session = SqliteSession.Open(unfinished, isReader: false))
        {
            session.RunScript(
                $"BEGIN; {SqliteSchema.Tables} INSERT INTO state VALUES(1, 0, 0, 0, 0, 0, NULL); PRAGMA user_version = {version}; COMMIT;");
        }

        File.Move(unfinished, Path);
    }
}
