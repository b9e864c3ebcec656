using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Catalog.Sqlite.Pages;
using FeedApi.Site.Files;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// The file of the index: opens a valid one, sets a damaged or outdated one aside and creates a new one, and admits one process at a time.
/// </summary>
internal sealed class SqliteIndexFile : IDisposable
{
    private const string FileName = "index.db";
    private const string LockName = "index.lock";
    private const string SetAsideName = "index.set-aside.db";
    private const string BesideName = "index.rebuilt.db";
    private const string LogFault = "its log is damaged";
    private const string DamagedName = "index.damaged";

    // Checked in a moment. A larger index would delay the start, so it is checked while in use.
    private const long CheckedAtOnceBytes = 64L * 1024 * 1024;

    private const string LogSuffix = "-wal";
    private static readonly string[] Companions = [LogSuffix, "-shm"];

    private readonly FileStream? claim;
    private readonly ILogger logger;
    private readonly string damagedPath;
    private readonly long version;

    private bool isRetired;

    private SqliteIndexFile(string path, int renderingVersion, FileStream claim, IndexDamage damage, ILogger logger)
    {
        (Path, this.claim, Damage, this.logger) = (path, claim, damage, logger);
        version = (SqliteSchema.Version * 1_000) + renderingVersion;
        damagedPath = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(path)!, DamagedName);
    }

    private SqliteIndexFile(SqliteIndexFile served, string path, FileStream? claim = null) =>
        (Path, this.claim, Damage, Outlines, logger, version, damagedPath) =
            (path, claim, served.Damage, served.Outlines, served.logger, served.version, served.damagedPath);

    /// <summary>Full path of the database.</summary>
    public string Path { get; }

    /// <summary>Told of what is damaged.</summary>
    public IndexDamage Damage { get; }

    /// <summary>The articles that are rendered later.</summary>
    public OutlinedArticles Outlines { get; } = new();

    /// <summary>True when the whole file was found intact before it was opened.</summary>
    public bool IsChecked { get; private set; } = true;

    /// <summary>Opens the index of a data folder; creates both when missing.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="renderingVersion">The version of rendering of the articles; an index of another version is set aside.</param>
    /// <param name="damage">Told of what is damaged.</param>
    /// <param name="logger">Logs when an index is set aside.</param>
    /// <exception cref="CatalogException">The folder cannot be written, or another process is using the index; the message is one
    /// line.</exception>
    public static SqliteIndexFile Open(string dataFolder, int renderingVersion, IndexDamage damage, ILogger logger)
    {
        var path = System.IO.Path.Combine(dataFolder, FileName);
        var file = new SqliteIndexFile(path, renderingVersion, Claim(dataFolder), damage, logger);
        try
        {
            var isLogDamaged = file.Mark == LogFault || LogCheck.IsDamaged(file.Path + LogSuffix);
            if (RegularFile.Exists(file.Path) && file.FaultOf() is { } fault) file.SetAside(fault);
            if (!RegularFile.Exists(file.Path)) file.Create();
            // It is served meanwhile: a power cut leaves a log behind of which the last frames are torn, and mostly nothing is amiss.
            else if (isLogDamaged) file.MarkDamaged(LogFault);
            return file;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw new CatalogException($"The index {file.Path} cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Makes an empty index beside this one.</summary>
    public SqliteIndexFile CreateBeside()
    {
        var beside = new SqliteIndexFile(this, System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, BesideName));
        Delete(beside.Path);
        beside.Create();
        return beside;
    }

    /// <summary>Sets this index aside and gives its name to another one, to which no connection may be open.</summary>
    /// <remarks>
    /// Connections to this one stay usable: SQLite sees that the file has moved, and leaves the log alone that has its name.
    /// </remarks>
    public SqliteIndexFile ReplaceBy(SqliteIndexFile beside)
    {
        SetAside();
        File.Move(beside.Path, Path);
        return new SqliteIndexFile(this, Path, claim);
    }

    /// <summary>From now on damage of this file is of no interest: another one is served.</summary>
    public void Retire() => isRetired = true;

    /// <summary>Marks the index as damaged: another one is made, at the latest at the next start.</summary>
    /// <param name="fault">What is damaged; one line.</param>
    public void MarkDamaged(string fault)
    {
        if (isRetired) return;
        Damage.ReportIndex(fault);
        if (RegularFile.Exists(damagedPath)) return;
        try
        {
            File.WriteAllText(damagedPath, fault);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A full disk: the next read of the damage tries again.
        }
    }

    /// <summary>Marks the index as damaged when the failure is due to corruption.</summary>
    public void NoteDamage(Exception failure)
    {
        if (IndexDamage.IsDamage(failure)) MarkDamaged(failure.Message);
    }

    /// <inheritdoc/>
    public void Dispose() => claim?.Dispose();

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

    // What an earlier run has found damaged.
    private string? Mark => RegularFile.Exists(damagedPath) ? File.ReadAllText(damagedPath) : null;

    // Null when the index is intact and was written by this version.
    private string? FaultOf()
    {
        if (Mark is { } mark && mark != LogFault) return $"it is damaged ({mark})";
        if (!PageChecksum.IsFirstOf(Path)) return "it was written by another version, or its beginning is damaged";
        try
        {
            using var session = SqliteSession.Open(Path, isReader: false);
            if (session.Scalar("PRAGMA user_version") is not long found || found != version)
                return "it was written by another version";
            if (session.Scalar("SELECT count(*) FROM state") is not 1L || IsTruncated(session)) return "it is damaged";
            IsChecked = new FileInfo(Path).Length <= CheckedAtOnceBytes;
            return !IsChecked || session.Scalar("PRAGMA quick_check(1)") is "ok" ? null : "it is damaged";
        }
        catch (SqliteException failure) when (IndexDamage.IsDamage(failure))
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

    private void SetAside(string fault)
    {
        var aside = SetAside();
        logger.LogWarning(
            CatalogEvents.IndexSetAside,
            "The index cannot be used: {Fault}. It was set aside as {File} and is rebuilt from the posts",
            fault,
            aside);
    }

    // One is kept for diagnosis; more would fill the disk.
    private string SetAside()
    {
        var aside = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, SetAsideName);
        File.Move(Path, aside, overwrite: true);
        foreach (var companion in Companions) File.Delete(Path + companion);
        File.Delete(damagedPath);
        return aside;
    }

    private static void Delete(string path)
    {
        foreach (var each in (string[])[path, .. Companions.Select(companion => path + companion)]) File.Delete(each);
    }

    // Written under another name first: a file with the right name is always complete.
    private void Create()
    {
        var unfinished = Path + ".new";
        Delete(unfinished);
        using (var session = SqliteSession.Open(unfinished, isReader: false))
        {
            session.RunScript(
                $"BEGIN; {SqliteSchema.Tables} INSERT INTO state VALUES(1, 0, 0, 0, 0, 0, NULL); PRAGMA user_version = {version}; COMMIT;");
        }

        File.Move(unfinished, Path);
    }
}
