using FeedApi.Model;
using FeedApi.Site.Nodes;

namespace FeedApi.Site.Hugo;

/// <summary>Default front matter for some pages: one entry of <c>cascade</c>.</summary>
/// <remarks>
/// Hugo, "Front matter, cascade". Of the targets <c>path</c>, <c>kind</c>, <c>lang</c> and <c>environment</c> all must match.
/// </remarks>
internal sealed class HugoCascade
{
    private const string Environment = "production";

    private readonly ConfigMap? target;
    private readonly HugoGlob? path;
    private readonly HugoGlob? kind;
    private readonly HugoGlob? language;
    private readonly HugoGlob? environment;
    private readonly bool isOfList;

    private HugoCascade(ConfigMap values, ConfigMap? target, bool isOfList)
    {
        Values = values;
        (this.target, this.isOfList) = (target, isOfList);
        (path, kind) = (GlobOf(target, "path"), GlobOf(target, "kind"));
        (language, environment) = (GlobOf(target, "lang"), GlobOf(target, "environment"));
        Key = $"{path?.Pattern}\n{kind?.Pattern}\n{language?.Pattern}\n{environment?.Pattern}\n{YamlText.Of(values)}";
    }

    /// <summary>The front matter.</summary>
    public ConfigMap Values { get; }

    /// <summary>A text that is equal for equal entries.</summary>
    public string Key { get; }

    /// <summary>What in it may be meant to hide pages, but cannot be read; null when there is nothing.</summary>
    public Problem? Fault { get; private init; }

    /// <summary>The same entry with a fault.</summary>
    public HugoCascade With(Problem fault) => new(Values, target, isOfList) { Fault = fault };

    /// <summary>The front matter for a kind of page.</summary>
    /// <remarks>
    /// Hugo 0.111 looks for dates by keys in lower case, and makes those of one object so, but not those of a list. A section then has no
    /// date of publication or expiry by them; pages are hidden by them here nevertheless, as their author means.
    /// </remarks>
    public IEnumerable<ConfigEntry> ValuesFor(string pageKind) =>
        isOfList && pageKind == "section"
            ? Values.Entries.Where(entry => entry.Key is not ("publishDate" or "expiryDate"))
            : Values.Entries;

    /// <summary>Reads the entries of <c>cascade</c>: one as an object, or a list of them.</summary>
    /// <param name="written">The value; null when there is none.</param>
    public static IReadOnlyList<HugoCascade> Read(ConfigNode? written) => written switch
    {
        ConfigMap map => [Of(map, isOfList: false)],
        ConfigList list => [.. list.Items.OfType<ConfigMap>().Select(map => Of(map, isOfList: true))],
        _ => [],
    };

    /// <summary>True when the entry is for a page.</summary>
    /// <param name="pageKind">Its kind: <c>page</c> or <c>section</c>.</param>
    /// <param name="paths">Its path from the content folder, a slash first: with extension, and as newer versions of Hugo have it.</param>
    /// <param name="pageLanguage">The language's key in the site's configuration.</param>
    public bool IsFor(string pageKind, IReadOnlyList<string> paths, string pageLanguage) =>
        kind?.IsMatch(pageKind) != false
        && environment?.IsMatch(Environment) != false
        && language?.IsMatch(pageLanguage) != false
        && (path is null || paths.Any(path.IsMatch));

    private static HugoCascade Of(ConfigMap map, bool isOfList)
    {
        var target = map.Entries.FirstOrDefault(IsTarget).Value as ConfigMap;
        var values = new ConfigMap([.. map.Entries.Where(entry => !IsTarget(entry))], map.Line, map.Column);
        return new HugoCascade((ConfigMap)YamlOrigin.OfSite(values), target, isOfList);
    }

    // Newer versions of Hugo have the name without the underscore.
    private static bool IsTarget(ConfigEntry entry) =>
        entry.Key.Equals("_target", StringComparison.OrdinalIgnoreCase) || entry.Key.Equals("target", StringComparison.OrdinalIgnoreCase);

    private static HugoGlob? GlobOf(ConfigMap? target, string key)
    {
        var written = target?.Entries.FirstOrDefault(entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)).Value;
        return written is ConfigScalar { Text.Length: > 0 } pattern ? HugoGlob.Of(pattern.Text.Trim()) : null;
    }
}
