using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>A mapping in insertion order; not changed once it is shared.</summary>
internal sealed class ValueMap(ValueMap? source = null) : IFluidIndexable
{
    private readonly OrderedDictionary<string, Func<FluidValue>> entries = new(source?.entries ?? [], StringComparer.Ordinal);

    public int Count => entries.Count;

    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>The mapping of a value; null when the value is not a mapping.</summary>
    public static IFluidIndexable? Of(FluidValue value) => value is DictionaryValue map ? map.ToObjectValue() as IFluidIndexable : null;

    /// <summary>A property by its name; nil when the value has none.</summary>
    public static FluidValue Property(FluidValue value, string name) => Of(value)?.At(name) ?? NilValue.Instance;

    public static DictionaryValue From(params ReadOnlySpan<(string Key, FluidValue Value)> entries)
    {
        var map = new ValueMap();
        foreach (var (key, value) in entries) map.Set(key, value);
        return new DictionaryValue(map);
    }

    /// <summary>The items of a loop: items of a list, pairs of a mapping; a text is one item; anything else has none.</summary>
    public static IReadOnlyList<FluidValue> ItemsOf(FluidValue value, LiquidContext context)
    {
        if (value is ArrayValue list) return list.Values;
        if (Of(value) is not { } map) return value is StringValue text && text.ToStringValue().Length > 0 ? [value] : [];
        context.Spend(map.Count);
        return [.. map.Keys.Select(key => new ArrayValue([StringValue.Create(key), map.At(key)]))];
    }

    public void Set(string key, FluidValue value) => entries[key] = () => value;

    /// <summary>Adds or replaces an entry whose value is computed on each access.</summary>
    public void Set(string key, Func<FluidValue> make) => entries[key] = make;

    /// <summary>The mapping under a key, created if it is missing.</summary>
    public ValueMap Below(string key)
    {
        if (Of(this.At(key)) is ValueMap known) return known;
        var made = new ValueMap();
        Set(key, new DictionaryValue(made));
        return made;
    }

    public bool TryGetValue(string name, out FluidValue value)
    {
        value = entries.TryGetValue(name, out var make) ? make() : null!;
        return value is not null;
    }
}

/// <summary>Lookups in mappings.</summary>
internal static class FluidIndexableExtensions
{
    public static FluidValue At(this IFluidIndexable map, string key) => map.TryGetValue(key, out var value) ? value : NilValue.Instance;
}

/// <summary>A value that is unavailable while one post is rendered, or an unreadable data file: nil, with a reason to report.</summary>
internal sealed class UnknownValue(string reason) : BaseNilValue
{
    public string Reason => reason;
}
