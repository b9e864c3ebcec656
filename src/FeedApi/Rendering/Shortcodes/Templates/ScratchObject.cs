using FeedApi.Rendering.Shortcodes.Templates.Functions;

namespace FeedApi.Rendering.Shortcodes.Templates;

/// <summary>Values that templates set and read by key: <c>newScratch</c>, <c>.Scratch</c>, <c>.Store</c>.</summary>
/// <remarks>Hugo 0.111, "Scratch": methods that change a value write nothing.</remarks>
/// <param name="budget">What may be spent: a text that is added to itself doubles.</param>
internal sealed class ScratchObject(TemplateBudget budget) : ITemplateObject
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public object? FieldOf(string name, IReadOnlyList<object?> arguments) => (name, arguments) switch
    {
        ("Get", [var key]) => values.GetValueOrDefault(TemplateValues.TextOf(key)),
        ("Values", []) => new Dictionary<string, object?>(values, StringComparer.Ordinal),
        ("GetSortedMapValues", [var key]) => SortedValues(TemplateValues.TextOf(key)),
        ("Set", [var key, var value]) => Set(TemplateValues.TextOf(key), value),
        ("Add", [var key, var value]) => Add(TemplateValues.TextOf(key), value),
        ("Delete", [var key]) => Done(values.Remove(TemplateValues.TextOf(key))),
        ("SetInMap", [var key, var entry, var value]) => SetInMap(TemplateValues.TextOf(key), TemplateValues.TextOf(entry), value),
        ("DeleteInMap", [var key, var entry]) => Done(MapAt(TemplateValues.TextOf(key))?.Remove(TemplateValues.TextOf(entry)) ?? false),
        _ => throw new TemplateException($"uses .{name} of a scratch with arguments that it does not take"),
    };

    private static string Done(bool _) => "";

    private string Set(string key, object? value)
    {
        values[key] = value;
        return "";
    }

    // Texts are joined, numbers summed, lists joined or extended by one.
    private string Add(string key, object? value)
    {
        if (!values.TryGetValue(key, out var old)) return Set(key, value);
        budget.Spend(TemplateValues.SizeOf(old) + TemplateValues.SizeOf(value));
        return Set(key, (old, value) switch
        {
            (IReadOnlyList<object?> list, IReadOnlyList<object?> more) => list.Concat(more).ToList(),
            (IReadOnlyList<object?> list, _) => list.Append(value).ToList(),
            (string or SafeText, _) => TemplateValues.TextOf(old) + TemplateValues.TextOf(value),
            (long one, long other) => one + other,
            (long or double, long or double) => FunctionArguments.Number(
                TemplateValues.NumberOf(old)!.Value + TemplateValues.NumberOf(value)!.Value),
            _ => throw new TemplateException("adds values of different kinds to a scratch"),
        });
    }

    private string SetInMap(string key, string entry, object? value)
    {
        if (MapAt(key) is { } map) map[entry] = value;
        else values[key] = new Dictionary<string, object?>(StringComparer.Ordinal) { [entry] = value };
        return "";
    }

    private Dictionary<string, object?>? MapAt(string key) => values.GetValueOrDefault(key) as Dictionary<string, object?>;

    private List<object?>? SortedValues(string key) =>
        MapAt(key) is { } map ? [.. TemplateValues.InOrder(map).Select(pair => pair.Value)] : null;
}
