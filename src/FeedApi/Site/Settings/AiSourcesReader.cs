using System.Collections.Frozen;
using FeedApi.Model;

namespace FeedApi.Site.Settings;

/// <summary>
/// Reads <c>feedapi.ai_sources</c>: categories whose posts come from artificial intelligence, as a list, or with the kind of each.
/// </summary>
internal static class AiSourcesReader
{
    private const string Key = "ai_sources";
    private const string Wanted = "a list of categories, or an object of categories, each generated, assisted or {kind, tool}";

    /// <summary>The declarations by <see cref="Slug.KeyOf"/> of the category.</summary>
    /// <exception cref="SiteConfigException">The value is of another form.</exception>
    public static IReadOnlyDictionary<string, AiProvenance> Read(SiteYaml own)
    {
        IEnumerable<(string Category, AiProvenance Ai)> sources = own.Find(Key) switch
        {
            null => [],
            ConfigMap map => map.Entries.Select(entry => (entry.Key, Of(own, entry.Value))),
            var other => own.Texts(Key).Select(each => (each.Text, new AiProvenance(AiKind.Generated))),
        };
        return sources.GroupBy(source => Slug.KeyOf(source.Category), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Last().Ai, StringComparer.Ordinal);
    }

    private static AiProvenance Of(SiteYaml own, ConfigNode value) => value switch
    {
        ConfigScalar scalar when AiProvenance.KindOf(scalar.Text) is { } kind => new AiProvenance(kind),
        ConfigMap map when map.Find("kind") is ConfigScalar { Text: var name } && AiProvenance.KindOf(name) is { } kind =>
            new AiProvenance(kind, (map.Find("tool") as ConfigScalar)?.Text.Trim() is { Length: > 0 } tool ? tool : null),
        _ => throw own.Wrong(Key, value, Wanted),
    };
}
