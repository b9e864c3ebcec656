using FeedApi.Commands.Export.Trees;

namespace FeedApi.Commands.Export.Planning;

/// <summary>Collects the addresses of a static site. Of two that need one file the first has it. Thread-safe.</summary>
/// <param name="prefix">The path of the site below its host, percent-encoded, without a slash at its end; empty for none.</param>
/// <param name="before">The earlier export; null for none.</param>
/// <param name="changes">What has changed since.</param>
internal sealed class ExportPlan(string prefix, Manifest? before, ExportChanges changes)
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

    /// <summary>Addresses that cannot be exported.</summary>
    public List<Refusal> Refused { get; } = [];

    /// <summary>True for a file that an address has.</summary>
    public bool HasFile(string file)
    {
        lock (gate) return files.Contains(file);
    }

    /// <summary>Adds an address.</summary>
    /// <param name="path">The address below the site.</param>
    /// <param name="type">Its media type, if only roughly: it decides on the name of the file.</param>
    /// <param name="want">Makes the rest of it.</param>
    public void Add(string path, string type, Func<Want, Want>? want = null)
    {
        var file = StaticFile.Of(prefix + path, type);
        var plain = new Want(prefix + path, file ?? "", path);
        var made = want is null ? plain : want(plain);
        lock (gate)
        {
            if (file is null) Refused.Add(new Refusal(prefix + path, "no file can have that name", made.Key));
            else if (TryClaim(made, made.IsOptional || made.Redirect is not null || made.IsFile)) Wants.Add(made);
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
        lock (gate)
        {
            Stay.AddRange(earlier[key].Where(entry => TryClaim(new Want(entry.Path, entry.File, entry.Path), isSilent: true)));
            Refused.AddRange((before?.Refused ?? []).Where(refusal => refusal.Key == key));
        }
    }

    /// <summary>Keeps what the earlier export has of a key and was found while its documents were made.</summary>
    public IEnumerable<ExportEntry> EarlierOf(string key) => earlier[key];

    // False when something else has the address or needs the file, or a file is where a folder must be.
    private bool TryClaim(Want want, bool isSilent)
    {
        var file = want.File;
        if (!paths.Add(want.Path)) return false;
        if (!files.Contains(file) && !folders.Contains(file) && !FoldersOf(file).Any(files.Contains))
        {
            files.Add(file);
            folders.UnionWith(FoldersOf(file));
            return true;
        }

        if (!isSilent) Refused.Add(new Refusal(want.Path, $"its file {file} would be in the place of another one", want.Key));
        return false;
    }

    private static IEnumerable<string> FoldersOf(string file)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1)) yield return file[..slash];
    }
}
