using System.Globalization;
using FeedApi.Model;
using FeedApi.Model.Text;
using FeedApi.Site.Files;
using FeedApi.Site.Nodes;

namespace FeedApi.Site;

/// <summary>Typed access to the values of one configuration file; a wrong value throws <see cref="SiteConfigException"/>.</summary>
internal sealed class SiteYaml(string file, ConfigMap map, string prefix = "")
{
    /// <summary>The whole mapping as written.</summary>
    public ConfigMap Map => map;

    /// <summary>What was read otherwise than it is written; of the whole file only.</summary>
    public IReadOnlyList<YamlRemark> Remarks { get; private init; } = [];

    /// <summary>The same file with other values.</summary>
    public SiteYaml With(ConfigMap values) => new(file, values, prefix);

    /// <summary>The keys and values in order.</summary>
    public IReadOnlyList<ConfigEntry> Entries => map.Entries;

    /// <summary>Reads the first of these files that exists; without any, the mapping is empty.</summary>
    /// <exception cref="SiteConfigException">The file cannot be parsed.</exception>
    /// <exception cref="UnreadableException">The file cannot be read: its settings must not pass for unset.</exception>
    public static SiteYaml Load(string contentFolder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(contentFolder, name);
            if (RegularFile.Exists(path)) return Parse(name, path);
        }

        return new SiteYaml(names[0], new ConfigMap([], 1, 1));
    }

    /// <summary>A string on one line; null when unset or empty.</summary>
    public string? Text(string key)
    {
        if (map.Find(key) is not { } value) return null;
        if (value is not ConfigScalar scalar) throw Wrong(key, value, "a string");
        var line = string.Join(
            ' ', scalar.Text.Split((char[]?)['\n', '\r', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 0 ? line : null;
    }

    /// <summary>A string as written, including white space; null when unset or empty.</summary>
    public string? Verbatim(string key) => map.Find(key) is ConfigScalar { Text.Length: > 0 } scalar ? scalar.Text : Text(key);

    /// <summary>A Boolean; <paramref name="unset"/> when unset.</summary>
    public bool Claim(string key, bool unset) => Text(key)?.ToLowerInvariant() switch
    {
        null => unset,
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        _ => throw Wrong(key, "true or false"),
    };

    /// <summary>A whole number within bounds; null when unset.</summary>
    public int? Number(string key, int min, int max) => Text(key) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw Wrong(key, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"));

    /// <summary>One of the allowed strings; null when unset.</summary>
    public string? Choice(string key, params string[] allowed) => Text(key) is not { } text ? null
        : allowed.Contains(text) ? text
        : throw Wrong(key, string.Join(" or ", allowed) + Spelling.Hint(text, allowed));

    /// <summary>An http or https address, or a path below the site's root; null when unset.</summary>
    public string? Address(string key)
    {
        if (Text(key) is not { } text) return null;
        var hasScheme = text.AsSpan().IndexOf(':') is > 0 and var colon && !text.AsSpan(0, colon).Contains('/');
        return !hasScheme || HttpAddress.IsValid(text)
            ? text
            : throw Wrong(key, "a path such as /logo.png, or an absolute http or https address");
    }

    /// <summary>The entries of a list, or of a string split on commas and spaces; empty when unset.</summary>
    public IReadOnlyList<string> Words(string key) => map.Find(key) switch
    {
        ConfigList list => [.. list.Items.OfType<ConfigScalar>().Select(item => item.Text.Trim())],
        ConfigScalar scalar => scalar.Text.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        _ => [],
    };

    /// <summary>The strings of a list, or a single string, as written; empty when unset.</summary>
    public IReadOnlyList<ConfigScalar> Texts(string key) => map.Find(key) switch
    {
        null or { IsUnset: true } => [],
        ConfigScalar { Text.Length: > 0 } scalar => [scalar],
        ConfigList list when list.Items.All(item => item is ConfigScalar { Text.Length: > 0 }) => [.. list.Items.Cast<ConfigScalar>()],
        var other => throw Wrong(key, other, "a list of non-empty strings"),
    };

    /// <summary>A nested mapping; null when unset.</summary>
    public SiteYaml? Section(string key) => map.Find(key) switch
    {
        null => null,
        ConfigMap section => new SiteYaml(file, section, $"{prefix}{key}."),
        var other => throw Wrong(key, other, "a mapping of keys to values"),
    };

    /// <summary>The mappings of a list; empty when unset.</summary>
    public IReadOnlyList<SiteYaml> Sections(string key) => map.Find(key) switch
    {
        null => [],
        ConfigList list when list.Items.All(item => item is ConfigMap) =>
            [.. list.Items.Select((item, index) =>
                new SiteYaml(file, (ConfigMap)item, string.Create(CultureInfo.InvariantCulture, $"{prefix}{key}[{index}].")))],
        var other => throw Wrong(key, other, "a list of mappings"),
    };

    /// <summary>The node of a key; null when unset.</summary>
    public ConfigNode? Find(string key) => map.Find(key);

    /// <summary>Throws for the first key that is not allowed.</summary>
    public void Allow(params string[] keys)
    {
        foreach (var entry in map.Entries)
        {
            if (keys.Contains(entry.Key)) continue;
            var hint = Spelling.Hint(entry.Key, keys.Where(key => map.Find(key) is null));
            var allowed = string.Join(", ", keys);
            throw new SiteConfigException($"{file}:{entry.Line}: {prefix}{entry.Key} is not a setting; allowed are {allowed}{hint}");
        }
    }

    /// <summary>Makes the exception for a value that is not allowed.</summary>
    public SiteConfigException Wrong(string key, string allowed) => Wrong(key, map.Find(key)!, allowed);

    /// <summary>Makes the exception for one of several values of a key.</summary>
    public SiteConfigException Wrong(string key, ConfigNode value, string allowed)
    {
        var shown = value is ConfigScalar scalar ? $"\"{MessageText.Shorten(scalar.Text)}\"" : value is ConfigList ? "a list" : "a mapping";
        return new SiteConfigException(string.Create(
            CultureInfo.InvariantCulture, $"{file}:{value.Line}: {prefix}{key} is {shown}; it must be {allowed}"));
    }

    private static ConfigNode? Read(string name, string text, out IReadOnlyList<YamlRemark> remarks)
    {
        remarks = [];
        switch (Path.GetExtension(name))
        {
            case ".toml":
                return TomlNodeReader.Read(text, YamlLimits.Site, 0).Map;
            case ".json":
                return JsonNodeReader.Read(text, YamlLimits.Site).Map;
            default:
                var node = YamlNodeReader.Read(text, YamlLimits.Site, 0, out var reader);
                remarks = reader.Remarks;
                return node;
        }
    }

    private static SiteYaml Parse(string name, string path)
    {
        try
        {
            var text = TextDecoder.Decode(File.ReadAllBytes(path), out var source);
            if (source == DecodedFrom.Nothing) throw new SiteConfigException($"{name} is not UTF-8");
            return Read(name, text, out var remarks) switch
            {
                ConfigMap map => new SiteYaml(name, map) { Remarks = remarks },
                null or { IsUnset: true } => new SiteYaml(name, new ConfigMap([], 1, 1)),
                var other => throw new SiteConfigException($"{name}:{other.Line}: the file must be a mapping of keys to values"),
            };
        }
        catch (YamlFault fault)
        {
            throw new SiteConfigException($"{name}:{fault.Line}:{fault.Column}: {MessageText.Shorten(fault.Message)}", fault);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException(path, FileError.Of(failure));
        }
    }
}
