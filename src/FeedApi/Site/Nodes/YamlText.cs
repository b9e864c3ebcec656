using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>Writes a YAML value as a text that is different for different values.</summary>
internal static class YamlText
{
    /// <summary>The value as text; each string is preceded by its length, which makes it unambiguous.</summary>
    public static string Of(ConfigNode node) => node switch
    {
        ConfigScalar scalar => $"{(scalar.IsPlain ? "p" : "q")}{scalar.Text.Length}:{scalar.Text}",
        ConfigList list => $"[{string.Join(',', list.Items.Select(Of))}]",
        ConfigMap map => $"{{{string.Join(',', map.Entries.Select(entry => $"{entry.Key.Length}:{entry.Key}={Of(entry.Value)}"))}}}",
        _ => "",
    };
}
