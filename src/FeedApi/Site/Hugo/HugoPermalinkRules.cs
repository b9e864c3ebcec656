using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Site.Hugo;

/// <summary>The templates of Hugo's <c>permalinks</c>, by kind of page and by section or taxonomy.</summary>
/// <remarks>
/// Hugo, "URL management, permalinks": a template directly below <c>permalinks</c> is for pages and terms; since 0.115 there are
/// <c>permalinks.page</c>, <c>permalinks.section</c>, <c>permalinks.taxonomy</c> and <c>permalinks.term</c> as well.
/// </remarks>
internal sealed class HugoPermalinkRules
{
    private static readonly string[] Kinds = ["page", "section", "taxonomy", "term"];

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byKind;

    private HugoPermalinkRules(FrozenDictionary<string, FrozenDictionary<string, string>> byKind) => this.byKind = byKind;

    /// <summary>No templates.</summary>
    public static HugoPermalinkRules None { get; } = new(FrozenDictionary<string, FrozenDictionary<string, string>>.Empty);

    /// <summary>A text that is equal for equal templates.</summary>
    public string Key => string.Join('\n', byKind.OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind =>
        kind.Value.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{kind.Key} {each.Key} {each.Value}")));

    /// <summary>The template of pages in a section, which is empty for pages of none; null when there is none.</summary>
    public string? OfPage(string section) => Find("page", section);

    /// <summary>The template of a section's own page; null when there is none.</summary>
    public string? OfSection(string section) => Find("section", section);

    /// <summary>The template of the list of a taxonomy's terms; null when there is none.</summary>
    public string? OfTaxonomy(string taxonomy) => Find("taxonomy", taxonomy);

    /// <summary>The template of the terms of a taxonomy; null when there is none.</summary>
    public string? OfTerm(string taxonomy) => Find("term", taxonomy);

    /// <summary>Reads the templates.</summary>
    /// <exception cref="SiteConfigException">A template has an unknown placeholder.</exception>
    public static HugoPermalinkRules Read(HugoConfigFile file)
    {
        if (file.Find("permalinks") is not ConfigMap written) return None;
        var templates = Kinds.ToDictionary(kind => kind, _ => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (var (key, value, _, _) in written.Entries)
        {
            if (value is ConfigScalar template)
            {
                var checkedTemplate = Check(file, key, template);
                templates["page"].TryAdd(SectionOf(key), checkedTemplate);
                templates["term"].TryAdd(SectionOf(key), checkedTemplate);
            }
            else if (value is ConfigMap map && templates.TryGetValue(key.ToLowerInvariant(), out var ofKind))
            {
                foreach (var entry in map.Entries.Where(entry => entry.Value is ConfigScalar))
                    ofKind[SectionOf(entry.Key)] = Check(file, $"{key}.{entry.Key}", (ConfigScalar)entry.Value);
            }
        }

        return new HugoPermalinkRules(templates.ToFrozenDictionary(
            each => each.Key, each => each.Value.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)));
    }

    private string? Find(string kind, string section) => byKind.GetValueOrDefault(kind)?.GetValueOrDefault(section);

    // A space or a slash stands for pages of no section.
    private static string SectionOf(string key) => key.Trim(' ', '/');

    private static string Check(HugoConfigFile file, string key, ConfigScalar template) =>
        HugoPlaceholders.FirstUnknown(template.Text) is { } unknown
            ? throw file.Wrong("permalinks." + key, template, $"a path with known placeholders; {unknown} is unknown")
            : template.Text;
}
