namespace FeedApi.Content;

/// <summary>Writes a YAML value so that two that mean different things never look the same.</summary>
internal static class YamlText
{
    /// <summary>The value in one line; lengths keep neighbours apart.</summary>
    public static string Of(YamlNode node) => node switch
    {
        YamlScalar scalar => $"{(scalar.IsPlain ? "p" : "q")}{scalar.Text.Length}:{scalar.Text}",
        YamlList list => $"[{string.Join(',', list.Items.Select(Of))}]",
        YamlMap map => $"{{{string.Join(',', map.Entries.Select(entry => $"{entry.Key.Length}:{entry.Key}={Of(entry.Value)}"))}}}",
        _ => "",
    };
}
