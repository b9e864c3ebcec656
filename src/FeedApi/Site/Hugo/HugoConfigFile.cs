using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Files;

namespace FeedApi.Site.Hugo;

/// <summary>
/// The configuration of a Hugo or Zola site as written. Keys ignore case; those of the default language override the site's.
/// </summary>
internal sealed class HugoConfigFile
{
    private const string SplitFolder = "config/_default";

    private static readonly string[] Names = ["hugo", "zola", "config"];
    private static readonly string[] Extensions = [".toml", ".yaml", ".yml", ".json"];

    private readonly ConfigMap root;
    private readonly ConfigMap? language;

    private HugoConfigFile(string name, ConfigMap root, string? key = null)
    {
        Name = name;
        this.root = root;
        var languages = FindIn(root, "languages") as ConfigMap;
        DefaultLanguage = FindIn(root, "defaultContentLanguage") ?? FindIn(root, "default_language");
        LanguageKeys = [.. (languages?.Entries ?? []).Where(entry => entry.Value is ConfigMap).Select(entry => entry.Key)];
        // A Zola site's languages are those beside the default one.
        DefaultKey = DefaultKeyOf(DefaultLanguage as ConfigScalar, LanguageKeys, isZola: FindIn(root, "base_url") is not null);
        language = languages is null ? null : FindIn(languages, key ?? DefaultKey) as ConfigMap;
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The default language of content; null when unset.</summary>
    public ConfigNode? DefaultLanguage { get; }

    /// <summary>The key of the default language: Hugo's and Zola's own default is <c>en</c>.</summary>
    public string DefaultKey { get; }

    /// <summary>The keys under <c>languages</c>, as written and in their order.</summary>
    public IReadOnlyList<string> LanguageKeys { get; }

    /// <summary>The same configuration for another language.</summary>
    public HugoConfigFile For(string key) => new(Name, root, key);

    /// <summary>Finds the configuration in a site's root folder; null when there is none.</summary>
    /// <exception cref="SiteConfigException">The file cannot be read.</exception>
    public static HugoConfigFile? In(string folder)
    {
        // Many programs have a config.json; it is Hugo's only beside content/.
        foreach (var name in Names.Where(name => name == "hugo" || RegularFile.FolderExists(Path.Combine(folder, "content"))))
        {
            foreach (var extension in Extensions)
            {
                if (Load(folder, name + extension) is { } atRoot) return new HugoConfigFile(name + extension, atRoot);
                var split = $"{SplitFolder}/{name}{extension}";
                if (Load(folder, split) is { } below) return new HugoConfigFile(split, WithParts(folder, below));
            }
        }

        return null;
    }

    /// <summary>The value at a path of keys separated by dots; null when unset.</summary>
    public ConfigNode? Find(string path) => (language is null ? null : FindIn(language, path)) ?? FindIn(root, path);

    /// <summary>The text at a path of keys; null when unset or empty.</summary>
    public string? Text(string path) => Find(path) is ConfigScalar { Text.Length: > 0 } scalar ? scalar.Text.Trim() : null;

    /// <summary>The text that the language itself has at a path of keys; null when unset or empty.</summary>
    public string? OwnText(string path) =>
        language is not null && FindIn(language, path) is ConfigScalar { Text.Length: > 0 } scalar ? scalar.Text.Trim() : null;

    /// <summary>True when the value that the language itself has at a path of keys is true.</summary>
    public bool OwnClaim(string path) => string.Equals(OwnText(path), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when the value at a path of keys is true.</summary>
    public bool Claims(string path) => string.Equals(Text(path), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the exception for a value that is not allowed.</summary>
    public SiteConfigException Wrong(string path, ConfigNode value, string allowed)
    {
        var shown = value is ConfigScalar scalar ? $"\"{MessageText.Shorten(scalar.Text)}\"" : "of the wrong type";
        return new SiteConfigException(FormattableString.Invariant($"{Name}:{value.Line}: {path} is {shown}; it must be {allowed}"));
    }

    // Without a language that is the default, Hugo does not start; the first one is as good a guess as any. Zola lists only the others.
    private static string DefaultKeyOf(ConfigScalar? written, IReadOnlyList<string> keys, bool isZola)
    {
        var key = written is { Text.Length: > 0 } ? written.Text.Trim() : "en";
        return keys.FirstOrDefault(known => known.Equals(key, StringComparison.OrdinalIgnoreCase))
            ?? (written is null && !isZola && keys is [var first, ..] ? first : key);
    }

    private static ConfigNode? FindIn(ConfigMap map, string path)
    {
        ConfigNode? node = map;
        foreach (var key in path.Split('.'))
        {
            node = (node as ConfigMap)?.Entries
                .FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)).Value;
        }

        return node is { IsUnset: true } ? null : node;
    }

    // Hugo, "Configuration directory": a file is named after the key whose values it contains.
    // That of a language is languages.fr.toml.
    private static ConfigMap WithParts(string folder, ConfigMap main)
    {
        List<ConfigEntry> entries = [.. main.Entries];
        List<ConfigEntry> languages = [];
        var files = FolderTree.FilesBelow(Path.Combine(folder, SplitFolder), skipsHidden: false, followsLinks: true, maxDepth: 0);
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var (key, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
            if (Names.Contains(key) || !Extensions.Contains(extension)) continue;
            if (Load(folder, $"{SplitFolder}/{key}{extension}") is not { } part) continue;
            if (key.Split('.') is ["languages", var language]) languages.Add(new ConfigEntry(language, part, 1, 1));
            else entries.Add(new ConfigEntry(key, part, 1, 1));
        }

        if (languages.Count == 0) return new ConfigMap(entries, 1, 1);
        var at = entries.FindIndex(entry => string.Equals(entry.Key, "languages", StringComparison.OrdinalIgnoreCase));
        if (at >= 0 && entries[at].Value is ConfigMap others) languages.InsertRange(0, others.Entries);
        if (at >= 0) entries.RemoveAt(at);
        return new ConfigMap([.. entries, new ConfigEntry("languages", new ConfigMap(languages, 1, 1), 1, 1)], 1, 1);
    }

    private static ConfigMap? Load(string folder, string name) =>
        RegularFile.Exists(Path.Combine(folder, name)) ? new ConfigMap(SiteYaml.Load(folder, name).Entries, 1, 1) : null;
}
