using FeedApi.Catalog.Outlines;
using FeedApi.Catalog.Sqlite.Damage;
using FeedApi.Catalog.Sqlite.Pages;
using FeedApi.Catalog.Sqlite.Upgrades;
using FeedApi.Site.Files;
using Microsoft.Data.Sqlite;

namespace FeedApi.Catalog.Sqlite.Connections;

/// <summary>
/// The file of an index: opens a valid one, sets a damaged one aside, creates a new one, and gives one the place of another.
/// </summary>
internal sealed class SqliteIndexFile : IDisposable
{
    private const string LogFault = "its log is damaged";

    // Checked in a moment. A larger index would delay the start, so it is checked while in use.
    private const long CheckedAtOnceBytes = 64L * 1024 * 1024;

    private readonly FileStream? claim;
    private readonly IndexFiles files;
    private readonly IndexVersions versions;
    private readonly ILogger logger;

    // The version of its own tables, which is not that of the program while the index of a former version is served.
    private readonly int schema;

    private bool isRetired;

    private SqliteIndexFile(IndexFiles files, IndexVersions versions, FileStream claim, IndexDamage damage, ILogger logger)
    {
        (this.files, this.versions, this.claim, Damage, this.logger) = (files, versions, claim, damage, logger);
        (Path, schema) = (files.PathOf(versions.Schema), versions.Schema);
    }

    private SqliteIndexFile(SqliteIndexFile other, string path, FileStream? claim, int? schema = null)
    {
        (files, versions, Damage, Outlines, logger) = (other.files, other.versions, other.Damage, other.Outlines, other.logger);
        (Path, this.claim, this.schema) = (path, claim, schema ?? versions.Schema);
    }

    /// <summary>Full path of the database.</summary>
    public string Path { get; }

    /// <summary>Told of what is damaged.</summary>
    public IndexDamage Damage { get; }

    /// <summary>The articles that are rendered later.</summary>
    public OutlinedArticles Outlines { get; } = new();

    /// <summary>True when the whole file was found intact before it was opened.</summary>
    public bool IsChecked { get; private set; } = true;

    /// <summary>True for the index of a former version, which is served until that of this version is complete.</summary>
    public bool IsOutdated => schema != versions.Schema;

    /// <summary>The index whose change log this one goes on with from its first complete scan on; null when there is none.</summary>
    public FormerIndex? Former { get; private set; }

    /// <summary>Opens the index of a data folder; creates both when missing.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="versions">The versions of this program; the index of a former one is served for a while.</param>
    /// <param name="upgrade">How the index of another version is replaced.</param>
    /// <param name="damage">Told of what is damaged.</param>
    /// <param name="logger">Logs when an index is set aside or replaced.</param>
    /// <exception cref="CatalogException">The folder cannot be written, or another process is using the index; the message is one
    /// line.</exception>
    public static SqliteIndexFile Open(
        string dataFolder, IndexVersions versions, IndexUpgrade upgrade, IndexDamage damage, ILogger logger)
    {
        var files = new IndexFiles(System.IO.Path.TrimEndingDirectorySeparator(dataFolder));
        var file = new SqliteIndexFile(files, versions, files.Claim(), damage, logger);
        try
        {
            return new IndexChoice(files, versions, upgrade, logger).Open(file);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            file.Dispose();
            throw new CatalogException($"The index {file.Path} cannot be opened: {failure.Message}", failure);
        }
        catch (CatalogException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection; a reader may map the file into memory.</summary>
    public SqliteSession OpenSession(bool isReader, bool isMapped = false) =>
        SqliteSession.Open(Path, isReader, Damage, Outlines, FormerTables.ScriptFor(schema), isMapped);

    /// <summary>Looks whether the file is there and can be used; sets it aside when it cannot.</summary>
    public bool TryUse()
    {
        var isLogDamaged = Mark == LogFault || LogCheck.IsDamaged(Path + "-wal");
        if (RegularFile.Exists(Path) && FaultOf() is { } fault) SetAside(fault);
        if (!RegularFile.Exists(Path)) return false;
        // It is served meanwhile: a power cut leaves a log behind of which the last frames are torn, and mostly nothing is amiss.
        if (isLogDamaged) MarkDamaged(LogFault);
        return true;
    }

    /// <summary>The index of a former version, to be served in the place of this one until this is complete.</summary>
    public SqliteIndexFile Outdated(FormerIndex former) => new(this, former.Path, claim, former.Schema) { Former = former };

    /// <summary>Makes an empty index beside this one.</summary>
    public SqliteIndexFile CreateBeside()
    {
        var beside = new SqliteIndexFile(this, files.Beside, claim: null) { Former = Former };
        IndexFiles.Delete(beside.Path);
        beside.Create();
        return beside;
    }

    /// <summary>
    /// Gives the place of this index to another one, to which no connection may be open. This is kept when it is of a former version, and
    /// set aside otherwise.
    /// </summary>
    /// <remarks>
    /// Connections to this one stay usable: SQLite sees that the file has moved, and leaves the log alone that has its name.
    /// </remarks>
    public SqliteIndexFile ReplaceBy(SqliteIndexFile beside)
    {
        if (!IsOutdated) SetAside();
        var path = files.PathOf(versions.Schema);
        File.Move(beside.Path, path);
        return new SqliteIndexFile(this, path, claim);
    }

    /// <summary>Records that the change log of the former index has been taken over, which is kept for a while.</summary>
    /// <param name="now">The time.</param>
    public void LeaveFormer(DateTimeOffset now)
    {
        if (Former is not { } former) return;
        Former = null;
        if (System.IO.Path.GetDirectoryName(former.Path) == files.Folder && File.Exists(former.Path))
            File.SetLastWriteTimeUtc(former.Path, now.UtcDateTime);
    }

    /// <summary>Deletes the indexes of other versions that nobody will go back to.</summary>
    /// <param name="now">The time.</param>
    public void DeleteOutdated(DateTimeOffset now)
    {
        try
        {
            foreach (var path in files.DeleteOutdated(Path, now))
                logger.LogInformation(CatalogEvents.IndexDeleted, "The index {File} of another version was deleted", path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(failure, "The index of another version cannot be deleted");
        }
    }

    /// <summary>From now on damage of this file is of no interest: another one is served.</summary>
    public void Retire() => isRetired = true;

    /// <summary>Marks the index as damaged: another one is made, at the latest at the next start.</summary>
    /// <param name="fault">What is damaged; one line.</param>
    public void MarkDamaged(string fault)
    {
        if (isRetired) return;
        Damage.ReportIndex(fault);
        if (RegularFile.Exists(IndexFiles.DamageOf(Path))) return;
        try
        {
            File.WriteAllText(IndexFiles.DamageOf(Path), fault);
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

    /// <summary>Creates the file, empty. Written under another name first: a file with the right name is always complete.</summary>
    /// <param name="former">The index with whose change log it goes on; null when there is none.</param>
    public void Create(FormerIndex? former = null)
    {
        Former ??= former;
        var unfinished = Path + ".new";
        IndexFiles.Delete(unfinished);
        using (var session = SqliteSession.Open(unfinished, isReader: false))
        {
            session.RunScript(
                $"BEGIN; {SqliteSchema.Tables} INSERT INTO state VALUES(1, 0, 0, 0, 0, 0, NULL, abs(random())); "
                    + $"PRAGMA user_version = {SqliteSchema.FileVersion(versions.Schema, versions.Rendering)}; COMMIT;");
        }

        File.Move(unfinished, Path);
    }

    /// <inheritdoc/>
    public void Dispose() => claim?.Dispose();

    // What an earlier run has found damaged.
    private string? Mark =>
        RegularFile.Exists(IndexFiles.DamageOf(Path)) ? File.ReadAllText(IndexFiles.DamageOf(Path)) : null;

    // Null when the index is intact and of the version that its name says.
    private string? FaultOf()
    {
        if (Mark is { } mark && mark != LogFault) return $"it is damaged ({mark})";
        if (!PageChecksum.IsFirstOf(Path)) return "it was written by another version, or its beginning is damaged";
        try
        {
            using var session = SqliteSession.Open(Path, isReader: false);
            if (session.Scalar("PRAGMA user_version") is not long found || SqliteSchema.SchemaOf(found) != schema)
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
        SetAside();
        logger.LogWarning(
            CatalogEvents.IndexSetAside,
            "The index cannot be used: {Fault}. It was set aside as {File} and is rebuilt from the posts",
            fault,
            files.Aside);
    }

    // One is kept for diagnosis; more would fill the disk.
    private void SetAside()
    {
        File.Move(Path, files.Aside, overwrite: true);
        IndexFiles.Delete(Path);
    }
}
