using FeedApi.Model;

namespace FeedApi.Site.Hugo;

/// <summary>The sections of a Hugo site that have a page of their own (<c>_index.md</c>), and the front matter that they cascade.</summary>
/// <remarks>Immutable; read by <c>Content/Hugo/HugoSectionReader</c>, which makes a new one when such a page changes.</remarks>
internal sealed class HugoSections
{
    private const string Home = "";

    private readonly IReadOnlyDictionary<string, HugoSection> byFolder;
    private readonly IReadOnlyList<HugoCascade> ofSite;
    private readonly bool hasCascades;
    private readonly bool hasFaults;
    private readonly string language;

    /// <summary>The sections of a site.</summary>
    /// <param name="byFolder">By folder relative to the content folder, empty for the home page.</param>
    /// <param name="ofSite"><c>cascade</c> of the site's configuration.</param>
    /// <param name="language">The key of the default language.</param>
    public HugoSections(IReadOnlyDictionary<string, HugoSection> byFolder, IReadOnlyList<HugoCascade> ofSite, string language)
    {
        (this.byFolder, this.ofSite, this.language) = (byFolder, ofSite, language);
        hasCascades = ofSite.Count > 0 || byFolder.Values.Any(section => section.Cascades.Count > 0);
        hasFaults = byFolder.Values.Any(section => section.Fault is not null || section.Cascades.Any(cascade => cascade.Fault is not null));
    }

    /// <summary>No sections.</summary>
    public static HugoSections None { get; } = new(new Dictionary<string, HugoSection>(), [], "en");

    /// <summary>A text that is equal for equal sections.</summary>
    public string Key => string.Join('\n', byFolder.OrderBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => $"{each.Key} {each.Value.IsHidden} {each.Value.Fault} {KeyOf(each.Value.Cascades)}")
        .Append(KeyOf(ofSite)));

    /// <summary>True when the page is in a section that is a draft or not shown now, with all that is below it.</summary>
    /// <param name="path">Relative to the content folder.</param>
    public bool AreHidden(string path) => FoldersOf(path).Any(folder => byFolder.GetValueOrDefault(folder)?.IsHidden == true);

    /// <summary>What in the page of a section above may be meant to hide the page, but cannot be read; else null.</summary>
    /// <param name="path">Relative to the content folder.</param>
    public Problem? FaultAbove(string path)
    {
        if (!hasFaults) return null;
        var paths = PathsOf(path);
        return FoldersOf(path)
            .Select(folder => byFolder.GetValueOrDefault(folder))
            .OfType<HugoSection>()
            .Select(section => section.Fault
                ?? section.Cascades.FirstOrDefault(each => each.Fault is not null && each.IsFor("page", paths, language))?.Fault)
            .FirstOrDefault(fault => fault is not null);
    }

    /// <summary>
    /// The names of the sections that a page belongs to, outermost first: folders without a page are none, but for the first.
    /// </summary>
    /// <param name="folders">The folders of the page, outermost first.</param>
    public IReadOnlyList<string> Of(IReadOnlyList<string> folders)
    {
        for (var count = folders.Count; count > 1; count--)
        {
            if (byFolder.ContainsKey(string.Join('/', folders.Take(count)))) return [.. folders.Take(count)];
        }

        return [.. folders.Take(1)];
    }

    /// <summary>
    /// A page's front matter with what its sections cascade, the nearest first, and the site; its own values take precedence.
    /// </summary>
    /// <param name="path">Relative to the content folder.</param>
    /// <param name="written">The page's own front matter.</param>
    /// <param name="kind">Its kind: <c>page</c>, or <c>section</c> for a section's own page.</param>
    public ConfigMap Under(string path, ConfigMap written, string kind = "page")
    {
        if (!hasCascades) return written;
        var paths = PathsOf(path);
        HashSet<string> keys = new(written.Entries.Select(entry => entry.Key), StringComparer.OrdinalIgnoreCase);
        List<ConfigEntry> added = [];
        var cascades = FoldersOf(path).SelectMany(folder => byFolder.GetValueOrDefault(folder)?.Cascades ?? []).Concat(ofSite);
        foreach (var cascade in cascades.Where(each => each.IsFor(kind, paths, language)))
            added.AddRange(cascade.ValuesFor(kind).Where(entry => keys.Add(entry.Key)));
        return added.Count == 0 ? written : written with { Entries = [.. written.Entries, .. added] };
    }

    private static string KeyOf(IReadOnlyList<HugoCascade> cascades) =>
        string.Join('\n', cascades.Select(cascade => $"{cascade.Key} {cascade.Fault}"));

    // The folders above a page, the nearest first; the last is the home page's.
    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
        yield return Home;
    }

    // Hugo 0.111 matches the file's path; since 0.123 it is the page's, in lower case, without extension and with hyphens for spaces.
    private static string[] PathsOf(string path)
    {
        var dot = path.LastIndexOf('.');
        var page = dot > path.LastIndexOf('/') ? path[..dot] : path;
        if (page.EndsWith("/index", StringComparison.Ordinal)) page = page[..^"/index".Length];
        return ["/" + path, "/" + page.Replace(' ', '-')];
    }
}

/// <summary>A section with a page of its own.</summary>
/// <param name="IsHidden">True when it is a draft, or not yet or no longer shown: Hugo then shows none of its pages.</param>
/// <param name="Cascades">What it cascades.</param>
/// <param name="Fault">What in it may be meant to hide the pages below, but cannot be read; null when there is nothing.</param>
internal sealed record HugoSection(bool IsHidden, IReadOnlyList<HugoCascade> Cascades, Problem? Fault = null);
