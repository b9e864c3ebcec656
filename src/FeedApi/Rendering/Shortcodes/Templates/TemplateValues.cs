using System.Globalization;
using System.Text;
using FeedApi.Rendering.Shortcodes.Templates.Functions;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>
/// The values of templates: null, bool, long, double, string, <see cref="SafeText"/>, lists, maps and <see cref="ITemplateObject"/>.
/// </summary>
internal static class TemplateValues
{
    private const int MaxListChars = 100_000;

    /// <summary>True unless the value is empty.</summary>
    /// <remarks>Go, text/template, "Actions": false, 0, nil, and any list, map or text of length zero are empty.</remarks>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool claim => claim,
        long number => number != 0,
        double number => number != 0,
        string text => text.Length > 0,
        SafeText text => text.Text.Length > 0,
        IReadOnlyList<object?> list => list.Count > 0,
        IReadOnlyDictionary<string, object?> map => map.Count > 0,
        _ => true,
    };

    /// <summary>The value as Go prints it; null is empty.</summary>
    public static string TextOf(object? value) => value switch
    {
        null => "",
        bool claim => claim ? "true" : "false",
        double number => GoNumbers.Printed(number),
        long number => number.ToString(CultureInfo.InvariantCulture),
        string or SafeText => value.ToString()!,
        ITemplateObject => throw new TemplateException("writes an object"),
        _ => Listed(new StringBuilder(), value).ToString(),
    };

    // A few lists that contain each other twice over print more than any memory holds.
    private static StringBuilder Listed(StringBuilder text, object? value)
    {
        if (text.Length > MaxListChars) throw new TemplateException("writes too much");
        if (value is IReadOnlyList<object?> list)
        {
            text.Append('[');
            for (var i = 0; i < list.Count; i++) Listed(i == 0 ? text : text.Append(' '), list[i]);
            return text.Append(']');
        }

        if (value is not IReadOnlyDictionary<string, object?> map) return text.Append(TextOf(value));
        text.Append("map[");
        foreach (var (key, each) in InOrder(map)) Listed((text[^1] == '[' ? text : text.Append(' ')).Append(key).Append(':'), each);
        return text.Append(']');
    }

    /// <summary>The entries of a map in the order in which Go prints and ranges over them.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> InOrder(IReadOnlyDictionary<string, object?> map) =>
        map.OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>How much a function has to do with a value: its chars or entries.</summary>
    public static int SizeOf(object? value) => value switch
    {
        string text => text.Length,
        SafeText text => text.Text.Length,
        IReadOnlyList<object?> list => list.Count,
        IReadOnlyDictionary<string, object?> map => map.Count,
        _ => 1,
    };

    /// <summary>The value as a number; null when it is none.</summary>
    public static double? NumberOf(object? value) => value switch
    {
        long number => number,
        double number => number,
        string or SafeText => double.TryParse(
            value.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null,
        _ => null,
    };

    /// <summary>True when two values are equal; a number never equals a text, nor a whole number another one.</summary>
    public static bool AreEqual(object? one, object? other) => (one, other) switch
    {
        (string or SafeText, string or SafeText) => string.Equals(one.ToString(), other.ToString(), StringComparison.Ordinal),
        (IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>, _)
            or (_, IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>) => throw new TemplateException("compares lists or maps"),
        _ => Equals(one, other),
    };

    /// <summary>The order of two values, as numbers if both are.</summary>
    public static int Compare(object? one, object? other) => NumberOf(one) is { } left && NumberOf(other) is { } right
        ? left.CompareTo(right)
        : string.CompareOrdinal(TextOf(one), TextOf(other));

    /// <summary>A field of a value; null when it has none.</summary>
    public static object? FieldOf(object? value, string name, IReadOnlyList<object?> arguments)
    {
        if (value is ITemplateObject scope) return scope.FieldOf(name, arguments);
        if (arguments.Count > 0) throw new TemplateException($"uses .{name}");
        return value switch
        {
            null => null,
            IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(name),
            _ => throw new TemplateException($"uses .{name}"),
        };
    }
}

/// <summary>A value with fields and methods of its own.</summary>
internal interface ITemplateObject
{
    /// <summary>A field, or what a method makes of its arguments.</summary>
    /// <exception cref="TemplateException">It is not supported.</exception>
    object? FieldOf(string name, IReadOnlyList<object?> arguments);
}
