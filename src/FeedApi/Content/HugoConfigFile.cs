namespace FeedApi.Content;

/// <summary>The configuration of a Hugo or Zola site as written: keys without regard to case, the default language's before the site's.</summary>
internal sealed class HugoConfigFile
{
    private const string SplitFolder = "config/_default";

    private static readonly string[] Names = ["hugo", "config"];
    private static readonly string[] Extensions = [".toml", ".yaml", ".yml", ".json"];

    private readonly YamlMap root;
    private readonly YamlMap? language;

    private HugoConfigFile(string name, YamlMap root)
    {
        Name = name;
        this.root = root;
        var languages = FindIn(root, "languages") as YamlMap;
        var chosen = FindIn(root, "defaultContentLanguage") is YamlScalar written ? written.Text : languages?.Entries is [var first, ..] ? first.Key : "";
        language = languages is null ? null : FindIn(languages, chosen) as YamlMap;
        DefaultLanguage = FindIn(root, "defaultContentLanguage") ?? FindIn(root, "default_language");
    }

    /// <summary>The file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The language that content has unless it says otherwise; null when unset.</summary>
    public YamlNode? DefaultLanguage { get; }

    /// <summary>Finds the configuration of a root; null when there is none.</summary>
    public static HugoConfigFile? In(string folder)
    {
        // Many programs have a config.json; only beside content/ it is one of these.
        foreach (var name in Names.Where(name => name == "hugo" || Directory.Exists(Path.Combine(folder, "content"))))
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

    /// <summary>The value at a path of keys with points between them; null when unset.</summary>
    public YamlNode? Find(string path) => (language is null ? null : FindIn(language, path)) ?? FindIn(root, path);

    /// <summary>The text at a path of keys; null when unset or empty.</summary>
    public string? Text(string path) => Find(path) is YamlScalar { Text.Length: > 0 } scalar ? scalar.Text.Trim() : null;

    /// <summary>True when the value at a path of keys is true.</summary>
    public bool Claims(string path) => string.Equals(Text(path), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The exception for a value that is not allowed.</summary>
    public SiteConfigException Wrong(string path, YamlNode value, string allowed) => new(FormattableString.Invariant(
        $"{Name}:{value.Line}: {path} is {(value is YamlScalar scalar ? $"\"{FieldReader.Shorten(scalar.Text)}\"" : "of the wrong kind")}; it must be {allowed}"));

    private static YamlNode? FindIn(YamlMap map, string path)
    {
        YamlNode? node = map;
        foreach (var key in path.Split('.'))
        {
            node = (node as YamlMap)?.Entries.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)).Value;
        }

        return node is { IsUnset: true } ? null : node;
    }

    // Hugo, "Configuration directory": a file is called after the key that it holds the values of.
    private static YamlMap WithParts(string folder, YamlMap main)
    {
        List<YamlEntry> entries = [.. main.Entries];
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, SplitFolder)).Order(StringComparer.Ordinal))
        {
            var (key, extension) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
            if (Names.Contains(key) || !Extensions.Contains(extension)) continue;
            if (Load(folder, $"{SplitFolder}/{key}{extension}") is { } part) entries.Add(new YamlEntry(key, part, 1, 1));
        }

        return new YamlMap(entries, 1, 1);
    }

    private static YamlMap? Load(string folder, string name) =>
        File.Exists(Path.Combine(folder, name)) ? new YamlMap(SiteYaml.Load(folder, name).Entries, 1, 1) : null;
}
