using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedApi.Catalog.Sqlite.Upgrades;

/// <summary>The files of a data folder that belong to the index: each version of the tables has its own.</summary>
/// <param name="folder">The data folder.</param>
internal sealed partial class IndexFiles(string folder)
{
    /// <summary>How long the index of another version is kept for a downgrade, since it was served last. Of several one is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(14);

    private const string LockName = "index.lock";

    // The last version that had no version in its file's name.
    private const int UnnamedVersion = 12;
    private const string UnnamedName = "index.db";

    private static readonly string[] Companions = ["-wal", "-shm"];

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    /// <summary>The index that is made beside the one that is served.</summary>
    public string Beside => Path.Combine(folder, "index.rebuilt.db");

    /// <summary>The last index that could not be used, kept for diagnosis.</summary>
    public string Aside => Path.Combine(folder, "index.set-aside.db");

    /// <summary>The name of the index of a version of the tables.</summary>
    public static string NameOf(int schema) =>
        schema <= UnnamedVersion ? UnnamedName : string.Create(CultureInfo.InvariantCulture, $"index.v{schema}.db");

    /// <summary>The index of a version of the tables.</summary>
    public string PathOf(int schema) => Path.Combine(folder, NameOf(schema));

    /// <summary>What is known of the damage of an index.</summary>
    public static string DamageOf(string path) => Path.ChangeExtension(path, ".damaged");

    /// <summary>The indexes of all other versions, the one that was served last first.</summary>
    public IReadOnlyList<string> OthersThan(string path) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "index*.db").Where(other => other != path && Name().IsMatch(Path.GetFileName(other)))
            .OrderByDescending(File.GetLastWriteTimeUtc),
    ];

    /// <summary>Deletes an index, with its log.</summary>
    public static void Delete(string path)
    {
        foreach (var each in (string[])[path, .. CompanionsOf(path), DamageOf(path)]) File.Delete(each);
    }

    /// <summary>The files beside an index in which SQLite keeps its log.</summary>
    public static IEnumerable<string> CompanionsOf(string path) => Companions.Select(companion => path + companion);

    /// <summary>Keeps others out of the folder, which is made when it is missing, until the stream is disposed.</summary>
    /// <exception cref="CatalogException">The folder cannot be written, or another process is using it.</exception>
    public FileStream Claim()
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CatalogException(
                $"The data folder {folder} cannot be used, or another FeedApi is using it: {failure.Message}", failure);
        }
    }

    /// <summary>Deletes the indexes of other versions that nobody will go back to.</summary>
    /// <param name="path">The index that is served.</param>
    /// <param name="now">The time.</param>
    /// <returns>What was deleted.</returns>
    public IReadOnlyList<string> DeleteOutdated(string path, DateTimeOffset now)
    {
        var others = OthersThan(path);
        List<string> outdated = [.. others.Where((other, rank) => rank > 0 || now.UtcDateTime - File.GetLastWriteTimeUtc(other) > KeptFor)];
        outdated.ForEach(Delete);
        return outdated;
    }

    [GeneratedRegex(@"^index(\.v\d+)?\.db$")]
    private static partial Regex Name();
}
