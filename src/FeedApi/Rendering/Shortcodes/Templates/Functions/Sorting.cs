using System.Globalization;

namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>What <c>sort</c> makes: a list in order, by its values or by a key of them.</summary>
/// <remarks>Hugo, "collections.Sort". Texts are compared as the language has them; letters of the same kind stand together.</remarks>
internal static class Sorting
{
    /// <summary>The values of a list, or of a map by its keys, in order.</summary>
    public static List<object?> Of(FunctionArguments all)
    {
        if (all.Count is 0 or > 3) throw all.Wrong();
        var isDescending = all.Count == 3 && all.Text(2).Equals("desc", StringComparison.OrdinalIgnoreCase);
        var key = all.Count > 1 ? all.Text(1) : "";
        if (all.Value(0) is IReadOnlyDictionary<string, object?> map)
        {
            if (all.Count > 1) throw all.Wrong();
            return [.. TemplateValues.InOrder(map).Select(pair => pair.Value)];
        }

        var order = Comparer<object?>.Create(Compare);
        var values = all.List(0);
        object? KeyOf(object? value) => key is "" or "value" ? value
            : value is IReadOnlyDictionary<string, object?> fields && fields.TryGetValue(key, out var found) ? found
            : throw all.Wrong();
        return [.. isDescending ? values.OrderByDescending(KeyOf, order) : values.OrderBy(KeyOf, order)];
    }

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (string or SafeText, string or SafeText) => CompareTexts(one.ToString()!, other.ToString()!),
        (bool left, bool right) => left.CompareTo(right),
        _ => TemplateValues.Compare(one, other),
    };

    private static int CompareTexts(string one, string other) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(one, other, CompareOptions.IgnoreCase) is not 0 and var order
            ? order
            : -string.CompareOrdinal(one, other);
}
