using System.Globalization;
using FeedApi.Model;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Front matter and settings as values of templates.</summary>
internal static class ConfigValues
{
    /// <summary>The value at a path of keys separated by dots, ignoring case; null when there is none.</summary>
    public static object? Find(object? map, string path)
    {
        foreach (var key in path.Split('.')) map = (map as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(key);
        return map;
    }

    /// <summary>A node as a value; keys of maps ignore case.</summary>
    public static object? Of(ConfigNode? node) => node switch
    {
        null or { IsUnset: true } => null,
        ConfigList list => list.Items.Select(Of).ToList(),
        ConfigMap map => map.Entries.GroupBy(entry => entry.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => Of(group.First().Value), StringComparer.OrdinalIgnoreCase),
        ConfigScalar { IsPlain: true } scalar => Typed(scalar.Text),
        ConfigScalar scalar => scalar.Text,
        _ => null,
    };

    /// <summary>A text without quotes as a Boolean or a number, if it is one.</summary>
    public static object Typed(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when double.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };
}
