using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Site.Hugo;

/// <summary>Where a Hugo site's posts have their dates: the setting <c>frontmatter</c>.</summary>
/// <remarks>
/// Hugo, "Configure dates". Each list has keys in lower case, or <c>:filename</c>, <c>:filemodtime</c> and <c>:git</c>; the first that
/// gives a date is used.
/// </remarks>
/// <param name="Date">Sources of the date.</param>
/// <param name="LastModified">Sources of the last change.</param>
/// <param name="Publish">Sources of the instant from which a post is shown.</param>
/// <param name="Expiry">Sources of the instant at which a post disappears.</param>
internal sealed record HugoDates(
    IReadOnlyList<string> Date, IReadOnlyList<string> LastModified, IReadOnlyList<string> Publish, IReadOnlyList<string> Expiry)
{
    /// <summary>The source that is the date in the file's name; the rest of the name is the slug.</summary>
    public const string FileName = ":filename";

    /// <summary>The source that is the file's time of change.</summary>
    public const string FileTime = ":filemodtime";

    /// <summary>The source that is the author date of the last commit that changed the file.</summary>
    public const string Git = ":git";

    private const string OfHugo = ":default";

    // Hugo 0.111, resources/page/pagemeta: each key with its synonyms.
    private static readonly FrozenDictionary<string, string[]> Synonyms = new Dictionary<string, string[]>
    {
        ["lastmod"] = ["modified"],
        ["publishdate"] = ["pubdate", "published"],
        ["expirydate"] = ["unpublishdate"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Hugo's own lists.</summary>
    public static HugoDates Default { get; } = new(
        Complete(["date", "publishdate", "lastmod"]), Complete([Git, "lastmod", "date", "publishdate"]),
        Complete(["publishdate", "date"]), Complete(["expirydate"]));

    /// <summary>All keys of front matter that are dates, in lower case.</summary>
    public FrozenSet<string> Keys { get; } =
        new[] { Date, LastModified, Publish, Expiry }.SelectMany(list => list).Where(name => name[0] != ':').ToFrozenSet();

    /// <summary>A text that is equal for equal lists.</summary>
    public string Key => string.Join('|', new[] { Date, LastModified, Publish, Expiry }.Select(list => string.Join(',', list)));

    /// <summary>True when some date may come from Git.</summary>
    public bool UsesGit => Date.Contains(Git) || LastModified.Contains(Git) || Publish.Contains(Git) || Expiry.Contains(Git);

    /// <summary>The lists of a site.</summary>
    public static HugoDates Read(HugoConfigFile file) => new(
        ListOf(file, "date", Default.Date), ListOf(file, "lastmod", Default.LastModified),
        ListOf(file, "publishDate", Default.Publish), ListOf(file, "expiryDate", Default.Expiry));

    private static IReadOnlyList<string> ListOf(HugoConfigFile file, string key, IReadOnlyList<string> unset)
    {
        var written = file.Find("frontmatter." + key);
        string[] names = written switch
        {
            ConfigList list => [.. list.Items.OfType<ConfigScalar>().Select(item => item.Text)],
            ConfigScalar one => one.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            _ => [],
        };
        if (written is null) return unset;
        var lower = names.Select(name => name.Trim().ToLowerInvariant()).Where(name => name.Length > 0);
        return Complete(lower.SelectMany(name => name == OfHugo ? unset : [name]));
    }

    private static string[] Complete(IEnumerable<string> names) =>
        [.. names.SelectMany(name => (string[])[name, .. Synonyms.GetValueOrDefault(name) ?? []]).Distinct(StringComparer.Ordinal)];
}
