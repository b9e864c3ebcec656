using FeedApi.Commands.Export.Trees;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Collects the addresses of a static site. Of two that need one file the first has it. Thread-safe.</summary>
/// <param name="before">The earlier export; null for none.</param>
/// <param name="changes">What has changed since.</param>
internal sealed class ExportPlan(Manifest? before, ExportChanges changes)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);
    private readonly ILookup<string?, ExportEntry> earlier = (before?.Entries ?? []).ToLookup(entry => entry.Key);

    /// <summary>What has changed.</summary>
    public ExportChanges Changes => changes;

    /// <summary>What is to be made, or looked at.</summary>
    public List<Want> Wants { get; } = [];

    /// <summary>Entries of the earlier export that stay as they are.</summary>
    public List<ExportEntry> Stay { get; } = [];

    /// <summary>Addresses that cannot be exported, with the reason.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Adds an address.</summary>
    /// <param name="path">The address.</param>
    /// <param name="type">Its media type, if only roughly: it decides on the name of the file.</param>
    /// <param name="want">Makes the rest of it.</param>
    public void Add(string path, string type, Func<Want, Want>? want = null)
    {
        if (StaticFile.Of(path, type) is not { } file)
        {
            Refuse($"{path}: no file can have that name");
            return;
        }

        var made = want is null ? new Want(path, file, path) : want(new Want(path, file, path));
        lock (gate)
        {
            if (TryClaim(path, file, made.IsOptional || made.Redirect is not null || made.IsFile)) Wants.Add(made);
        }
    }

    /// <summary>Adds the documents of a list.</summary>
    public void Add(StaticList list, string type, string key, bool isOptional = false)
    {
        foreach (var part in list.Parts)
        {
            var mayStay = part.Made is null
                ? !changes.Concern(key)
                : !changes.Everything && !part.Articles.Any(article => changes.Ids.Contains(article.Id));
            Add(part.Path, type, want => want with
            {
                Source = part.Source,
                Made = part.Made,
                MayStay = mayStay,
                List = list,
                Key = key,
                IsOptional = isOptional,
            });
        }
    }

    /// <summary>Keeps everything of a key from the earlier export.</summary>
    public void Keep(string key)
    {
        lock (gate) Stay.AddRange(earlier[key].Where(entry => TryClaim(entry.Path, entry.File, isSilent: true)));
    }

    /// <summary>Keeps what the earlier export has of a key and was found while its documents were made.</summary>
    public IEnumerable<ExportEntry> EarlierOf(string key) => earlier[key];

    // False when something else has the address or needs the file, or a file is where a folder must be.
    private bool TryClaim(string path, string file, bool isSilent)
    {
        if (!paths.Add(path)) return false;
        if (!files.Contains(file) && !folders.Contains(file) && !FoldersOf(file).Any(files.Contains))
        {
            files.Add(file);
            folders.UnionWith(FoldersOf(file));
            return true;
        }

        if (!isSilent) Refuse($"{path}: its file {file} would be in the place of another one");
        return false;
    }

    private void Refuse(string reason)
    {
        lock (gate) Refused.Add(reason);
    }

    private static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1)) yield return file[..slash];
    }
}
