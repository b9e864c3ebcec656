using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Site.Hugo;

/// <summary>Which addresses end in <c>.html</c>: Hugo's <c>uglyURLs</c>, one value for the site or a map of sections.</summary>
/// <remarks>Hugo, "URL management, appearance". In 0.111.3 keys of a map are in lower case, names of sections as written.</remarks>
internal sealed class HugoUglyAddresses
{
    private readonly bool isWhole;
    private readonly FrozenSet<string> sections;

    private HugoUglyAddresses(bool isWhole, IEnumerable<string> sections) =>
        (this.isWhole, this.sections) = (isWhole, sections.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>No address ends in <c>.html</c>.</summary>
    public static HugoUglyAddresses None { get; } = new(isWhole: false, []);

    /// <summary>A text that is equal for equal settings.</summary>
    public string Key => string.Join('\n', sections.Order(StringComparer.Ordinal).Prepend(isWhole.ToString()));

    /// <summary>True when the addresses of pages in a section end in <c>.html</c>.</summary>
    /// <param name="section">The folder at the top; empty for pages of no section.</param>
    public bool AreOf(string section) => isWhole || sections.Contains(section);

    /// <summary>Reads the setting. What is neither true nor a map is false, as in Hugo.</summary>
    public static HugoUglyAddresses Read(HugoConfigFile file) => file.Find("uglyURLs") switch
    {
        ConfigScalar whole when IsTrue(whole) => new HugoUglyAddresses(isWhole: true, []),
        ConfigMap map => new HugoUglyAddresses(
            isWhole: false, map.Entries.Where(entry => IsTrue(entry.Value)).Select(entry => entry.Key.ToLowerInvariant())),
        _ => None,
    };

    private static bool IsTrue(ConfigNode value) =>
        value is ConfigScalar scalar
        && (scalar.Text.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) || (!scalar.IsPlain && scalar.Text is "1" or "t" or "T"));
}
