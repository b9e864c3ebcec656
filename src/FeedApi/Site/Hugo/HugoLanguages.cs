using System.Collections.Frozen;

namespace FeedApi.Site.Hugo;

/// <summary>The languages of a Hugo or Zola site, and which of them a file belongs to.</summary>
/// <remarks>
/// The suffix of a file's name (<c>post.fr.md</c>) takes precedence over the folder (<c>languages.fr.contentDir</c>), as in Hugo.
/// </remarks>
internal sealed class HugoLanguages
{
    private readonly FrozenDictionary<string, HugoLanguage>.AlternateLookup<ReadOnlySpan<char>> bySuffix;
    private readonly (string Start, HugoLanguage Language)[] byFolder;
    private readonly FrozenDictionary<string, HugoSettings> settings;
    private readonly bool isZola;

    /// <summary>Creates the languages.</summary>
    /// <param name="all">All languages, the disabled ones too, the default one first.</param>
    /// <param name="isZola">True for Zola, where the default language has no suffix and a name at most one dot before it.</param>
    /// <param name="settingsOf">The settings of the posts in one language.</param>
    public HugoLanguages(IReadOnlyList<HugoLanguage> all, bool isZola, Func<HugoLanguage, HugoSettings> settingsOf)
    {
        this.isZola = isZola;
        All = all;
        Active = [.. all.Where(language => !language.IsDisabled)];
        Folders = [.. all.Select(language => language.ContentFolder).Distinct(StringComparer.Ordinal)];
        bySuffix = all.Skip(isZola ? 1 : 0).ToFrozenDictionary(language => language.Key, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        byFolder =
        [
            .. all.DistinctBy(language => language.ContentFolder, StringComparer.Ordinal)
                .OrderByDescending(language => language.ContentFolder.Length)
                .Select(language => (language.ContentFolder + "/", language)),
        ];
        settings = all.ToFrozenDictionary(
            language => language.Key, language => settingsOf(language) with { Languages = this }, StringComparer.Ordinal);
    }

    /// <summary>All languages, the disabled ones too, the default one first.</summary>
    public IReadOnlyList<HugoLanguage> All { get; }

    /// <summary>The languages that are published, the default one first.</summary>
    public IReadOnlyList<HugoLanguage> Active { get; }

    /// <summary>The folders of posts of all languages, relative to the root, without trailing slash.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The language of files that show no other.</summary>
    public HugoLanguage Default => All[0];

    /// <summary>True when more than one language is published; only then have addresses a prefix.</summary>
    public bool AreSeveral => Active.Count > 1;

    /// <summary>The language of a file; null when it is in none of the folders of posts.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    public HugoLanguage? Of(string path)
    {
        foreach (var (start, language) in byFolder)
        {
            if (path.StartsWith(start, StringComparison.Ordinal)) return SuffixOf(path, out _) ?? language;
        }

        return null;
    }

    /// <summary>The part of a path below the folder of posts that it is in; the whole path when it is in none.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    public string BelowFolder(string path)
    {
        foreach (var (start, _) in byFolder)
        {
            if (path.StartsWith(start, StringComparison.Ordinal)) return path[start.Length..];
        }

        return path;
    }

    /// <summary>The same path below the folders of posts of the other languages.</summary>
    /// <param name="path">Relative to the site's root, with <c>/</c> as separator.</param>
    public IEnumerable<string> SiblingsOf(string path)
    {
        var below = BelowFolder(path);
        return Folders.Select(folder => $"{folder}/{below}").Where(sibling => sibling != path);
    }

    /// <summary>The path without the language in the file's name: <c>posts/a.md</c> for <c>posts/a.fr.md</c>.</summary>
    /// <param name="path">A path or a file name.</param>
    public string WithoutSuffix(string path) =>
        SuffixOf(path, out var dot) is { Key.Length: var chars } ? path.Remove(dot, chars + 1) : path;

    /// <summary>The settings of the posts in a language.</summary>
    public HugoSettings SettingsOf(HugoLanguage language) => settings[language.Key];

    /// <summary>The same languages with other settings.</summary>
    public HugoLanguages With(Func<HugoLanguage, HugoSettings, HugoSettings> change) =>
        new(All, isZola, language => change(language, SettingsOf(language)));

    // The dot before the language.
    private HugoLanguage? SuffixOf(string path, out int dot)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var extension = name.LastIndexOf('.');
        dot = extension <= 0 ? -1 : name[..extension].LastIndexOf('.');
        if (dot <= 0 || (isZola && name.IndexOf('.') != dot)) return null;
        var found = bySuffix.TryGetValue(name[(dot + 1)..extension], out var language);
        dot += path.Length - name.Length;
        return found ? language : null;
    }
}
