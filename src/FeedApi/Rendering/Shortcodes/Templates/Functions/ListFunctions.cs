namespace FeedApi.Rendering.Shortcodes.Templates.Functions;

/// <summary>Functions of lists and maps.</summary>
internal static class ListFunctions
{
    private const int MaxSequence = 2_000;

    /// <summary>The functions by their names, separated by spaces.</summary>
    public static IReadOnlyDictionary<string, TemplateFunction> All { get; } = new Dictionary<string, TemplateFunction>
    {
        ["slice collections.Slice"] = (all, _) => all.All,
        ["dict collections.Dictionary"] = (all, _) => Map(all),
        ["newScratch collections.NewScratch"] = (_, context) => new ScratchObject(context.Budget),
        ["len"] = (all, _) => Length(all),
        ["index collections.Index"] = (all, _) => all.All.Skip(1).Aggregate(all.Value(0), (value, key) => At(value, key)),
        ["in collections.In"] = (all, _) => Contains(all),
        ["first collections.First"] = (all, _) => all.List(1).Take(all.Whole(0)).ToList(),
        ["last collections.Last"] = (all, _) => all.List(1).TakeLast(all.Whole(0)).ToList(),
        ["after collections.After"] = (all, _) => all.List(1).Skip(all.Whole(0)).ToList(),
        ["uniq collections.Uniq"] = (all, _) => all.List(0).Distinct().ToList(),
        ["append collections.Append"] = (all, _) => Append(all),
        ["delimit collections.Delimit"] = Delimit,
        ["seq collections.Seq"] = (all, _) => Sequence(all),
        ["sort collections.Sort"] = (all, _) => Sorting.Of(all),
    };

    private static Dictionary<string, object?> Map(FunctionArguments all)
    {
        if (all.Count % 2 != 0) throw all.Wrong();
        Dictionary<string, object?> map = new(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i += 2) map[all.Text(i)] = all.Value(i + 1);
        return map;
    }

    private static long Length(FunctionArguments all) => all.Last switch
    {
        IReadOnlyList<object?> list => list.Count,
        IReadOnlyDictionary<string, object?> map => map.Count,
        string or SafeText => System.Text.Encoding.UTF8.GetByteCount(all.LastText),
        _ => throw all.Wrong(),
    };

    private static object? At(object? value, object? key) => value switch
    {
        IReadOnlyList<object?> list when TemplateValues.NumberOf(key) is { } index =>
            index >= 0 && index < list.Count ? list[(int)index] : null,
        IReadOnlyDictionary<string, object?> map => map.GetValueOrDefault(TemplateValues.TextOf(key)),
        string or SafeText => throw new TemplateException("uses index of a text"),
        _ => null,
    };

    // A list in place of the values is appended entry by entry.
    private static List<object?> Append(FunctionArguments all)
    {
        var list = all.Last is null ? [] : all.List(all.Count - 1);
        var added = all.Count == 2 && all.Value(0) is IReadOnlyList<object?> values ? values : all.All.SkipLast(1);
        return [.. list, .. added];
    }

    private static bool Contains(FunctionArguments all) => all.Value(0) switch
    {
        IReadOnlyList<object?> list => list.Any(each => TemplateValues.AreEqual(each, all.Value(1))),
        string or SafeText => all.Text(0).Contains(all.Text(1), StringComparison.Ordinal),
        _ => false,
    };

    private static string Delimit(FunctionArguments all, TemplateContext context)
    {
        var values = all.Value(0) is IReadOnlyDictionary<string, object?> map
            ? [.. TemplateValues.InOrder(map).Select(pair => pair.Value)]
            : all.List(0);
        var areSingle = values.All(value => value is not (IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>));
        if (all.Count > 3 || !areSingle) throw all.Wrong();
        string[] texts = [.. values.Select(TemplateValues.TextOf)];
        var text = all.Count == 3 && texts.Length > 1
            ? string.Join(all.Text(1), texts[..^1]) + all.Text(2) + texts[^1]
            : string.Join(all.Text(1), texts);
        context.Budget.Spend(text.Length);
        return text;
    }

    // As Hugo and the command seq have it: last; first last; first step last.
    private static List<object?> Sequence(FunctionArguments all)
    {
        var last = all.Whole(all.Count - 1);
        if (all.Count == 1 && last == 0) return [];
        var first = all.Count > 1 ? all.Whole(0) : Math.Sign(last);
        var step = all.Count > 2 ? all.Whole(1) : first > last ? -1 : 1;
        if (all.Count > 2 && Math.Sign(step) != (first > last ? -1 : 1)) throw all.Wrong();
        var count = step == 0 ? throw all.Wrong() : Math.Max(0, (((long)last - first) / step) + 1);
        if (count > MaxSequence) throw all.Wrong();
        return [.. Enumerable.Range(0, (int)count).Select(index => (object?)(first + ((long)index * step)))];
    }
}
