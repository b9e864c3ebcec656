using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using FeedApi.Catalog;
using FeedApi.Model;
using FeedApi.Site;
using FeedApi.Site.Files;

namespace FeedApi.Publishing;

/// <summary>
/// The articles that an operator has withdrawn: a file of the data folder beside the index, which is not part of it and is never rebuilt,
/// with a copy in the content folder where that can be written. Thread-safe.
/// </summary>
/// <remarks>
/// Either file is enough: the data folder may be deleted, and the content folder be read-only or copied anew (decision 0036).
/// </remarks>
internal sealed class Withdrawals
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "withdrawn.json";

    /// <summary>The name of the copy in the content folder: hidden, so it is neither a post nor served.</summary>
    public const string CopyName = ".feedapi-withdrawn.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly Lock gate = new();
    private readonly string file;
    private readonly string copy;
    private readonly ILogger<Withdrawals> logger;
    private volatile FrozenDictionary<string, Withdrawal> byId;
    private volatile FrozenDictionary<string, Withdrawal> byPath;

    /// <summary>Reads both files.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="contentFolder">The content folder.</param>
    /// <param name="logger">Told when the copy cannot be written.</param>
    /// <exception cref="CatalogException">A file cannot be read: without it articles would be shown that must not be.</exception>
    public Withdrawals(string dataFolder, string contentFolder, ILogger<Withdrawals> logger)
    {
        this.logger = logger;
        file = Path.GetFullPath(Path.Combine(dataFolder, FileName));
        copy = Path.GetFullPath(Path.Combine(contentFolder, CopyName));
        var (own, copied) = (Read(file), Read(copy));
        Withdrawal[] entries = [.. own.UnionBy(copied, entry => entry.Id, StringComparer.Ordinal)];
        byId = ById(entries);
        byPath = ByPath(entries);
        if (own.Length < entries.Length || copied.Length < entries.Length) Save(entries);
    }

    /// <summary>Adds the list of another data folder to that of a data folder, before a server reads it.</summary>
    /// <param name="from">The other data folder.</param>
    /// <param name="dataFolder">The data folder.</param>
    /// <exception cref="CatalogException">A list cannot be read.</exception>
    public static void TakeOver(string from, string dataFolder)
    {
        var given = Read(Path.Combine(from, FileName));
        if (given.Length == 0) return;
        Directory.CreateDirectory(dataFolder);
        var own = Path.Combine(dataFolder, FileName);
        Write(own, [.. Read(own).UnionBy(given, entry => entry.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The source files of all withdrawn articles.</summary>
    public IReadOnlyCollection<string> Paths => byPath.Keys;

    /// <summary>The withdrawal of an article by its id; null when there is none.</summary>
    public Withdrawal? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>True when the article of a source file is withdrawn.</summary>
    public bool HoldPath(string path) => byPath.ContainsKey(path);

    /// <summary>True when the article of a post is withdrawn: by its file, or by its id when the file has moved.</summary>
    /// <exception cref="UnreadableException">Whether the file is still where it was cannot be found out.</exception>
    public bool Hold(Post post, SiteConfig site)
    {
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(site);
        if (byId.Count == 0) return false;
        if (HoldPath(post.Path)) return true;
        if (Find(post.Id) is not { } entry || RegularFile.Exists(Path.Combine(site.ContentFolder, entry.Path))) return false;
        Add(entry with { Path = post.Path });
        return true;
    }

    /// <summary>Records a withdrawal, replacing that of the same id; it is on disk when this returns.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Add(Withdrawal withdrawal)
    {
        ArgumentNullException.ThrowIfNull(withdrawal);
        lock (gate) Save([.. byId.Values.Where(other => other.Id != withdrawal.Id), withdrawal]);
    }

    /// <summary>Removes a withdrawal; null when there is none with the id.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public Withdrawal? Remove(string id)
    {
        lock (gate)
        {
            if (Find(id) is not { } entry) return null;
            Save([.. byId.Values.Where(other => other != entry)]);
            return entry;
        }
    }

    private void Save(Withdrawal[] entries)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Write(file, entries);
        try
        {
            Write(copy, entries);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            logger.LogInformation("The list of withdrawn articles has no copy in the content folder: {Reason}", failure.Message);
        }

        byId = ById(entries);
        byPath = ByPath(entries);
    }

    // A new file under another name and then renamed: no crash leaves half of it.
    private static void Write(string path, Withdrawal[] entries)
    {
        if (entries.Length == 0)
        {
            File.Delete(path);
            return;
        }

        var unfinished = path + ".tmp";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, entries.OrderBy(entry => entry.At).ThenBy(entry => entry.Id, StringComparer.Ordinal), Json);
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static Withdrawal[] Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Withdrawal[]>(File.ReadAllBytes(path), Json) ?? [];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            var reason = failure.Message.ReplaceLineEndings(" ");
            throw new CatalogException($"{path}, the list of withdrawn articles, cannot be read: {reason}", failure);
        }
    }

    private static FrozenDictionary<string, Withdrawal> ById(Withdrawal[] entries) =>
        entries.ToFrozenDictionary(entry => entry.Id, StringComparer.Ordinal);

    private static FrozenDictionary<string, Withdrawal> ByPath(Withdrawal[] entries) =>
        entries.GroupBy(entry => entry.Path, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}

/// <summary>An article that an operator has withdrawn.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Path">Its source file, relative to the content folder.</param>
/// <param name="At">When it was withdrawn.</param>
internal sealed record Withdrawal(string Id, string Path, DateTimeOffset At);
