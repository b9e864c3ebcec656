using FeedApi.Model;

namespace FeedApi.Site.Nodes;

/// <summary>Writes a YAML value so that two that mean different things never look the same.</summary>
internal static class YamlText
{
    /// <summary>The value in one line; lengths keep neighbours apart.</summary>
    public static string Of(ConfigNode node) => node switch
    {
        ConfigScalar scalar => $"{(scalar.IsPlain ? "p" : "q")}{scalar.Text.Length}:{scalar.Text}",
        ConfigList list => $"[{string.Join(',', list.Items.Select(Of))}]",
        ConfigMap map => $"{{{string.Join(',', map.Entries.Select(entry => $"{entry.Key.Length}:{entry.Key}={Of(entry.Value)}"))}}}",
        _ => "",
    };
}
