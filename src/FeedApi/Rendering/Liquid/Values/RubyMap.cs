using Fluid.Values;

namespace FeedApi.Rendering.Liquid.Values;

/// <summary>Mappings behind values.</summary>
internal static class RubyMap
{
    /// <summary>The mapping; null when the value is none.</summary>
    public static IFluidIndexable? Of(FluidValue value) => value is DictionaryValue map ? map.ToObjectValue() as IFluidIndexable : null;

    /// <summary>A mapping in the order of its entries.</summary>
    public static DictionaryValue From(params ReadOnlySpan<(string Key, FluidValue Value)> entries)
    {
        var map = new OrderedMap(entries.Length);
        foreach (var (key, value) in entries) map.Set(key, value);
        return new DictionaryValue(map);
    }

    /// <summary>A key and its value, as loops and lists of a mapping show them.</summary>
    public static ArrayValue Pair(IFluidIndexable map, string key) =>
        new([StringValue.Create(key), map.TryGetValue(key, out var value) ? value : NilValue.Instance]);
}

/// <summary>A mapping that keeps the order in which it was filled; not changed once it is shared.</summary>
internal sealed class OrderedMap(int capacity = 0) : IFluidIndexable
{
    private readonly OrderedDictionary<string, FluidValue> entries = new(capacity, StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>Adds or replaces an entry.</summary>
    public void Set(string key, FluidValue value) => entries[key] = value;

    /// <inheritdoc/>
    public bool TryGetValue(string name, out FluidValue value) => entries.TryGetValue(name, out value!);
}

/// <summary>A mapping whose values are made when they are asked for, once.</summary>
internal sealed class LazyMap : IFluidIndexable
{
    private readonly OrderedDictionary<string, Func<FluidValue>> makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FluidValue> made = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Count => makers.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => makers.Keys;

    /// <summary>Adds or replaces an entry.</summary>
    public void Set(string key, Func<FluidValue> make) => makers[key] = make;

    /// <inheritdoc/>
    public bool TryGetValue(string name, out FluidValue value)
    {
        if (made.TryGetValue(name, out value!)) return true;
        if (!makers.TryGetValue(name, out var make)) return false;
        made[name] = value = make();
        return true;
    }
}
