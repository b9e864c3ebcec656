using System.Globalization;

namespace FeedApi.Rendering.Links;

/// <summary>
/// Parts of a list as Hugo's placeholder <c>:sections</c> names them: <c>[1:]</c>, <c>[:2]</c>, <c>[0]</c>, <c>[last]</c>.
/// </summary>
/// <remarks>Like slices in Go, except that what is out of bounds is left out.</remarks>
internal static class HugoSlices
{
    /// <summary>The part.</summary>
    /// <param name="items">The list.</param>
    /// <param name="slice">With its brackets; null for the whole list.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> items, string? slice)
    {
        if (slice is null) return items;
        var bounds = slice[1..^1].Split(':');
        var from = Index(bounds[0], 0, items.Count);
        var to = bounds.Length == 1 ? from + 1 : Index(bounds[1], items.Count, items.Count);
        return items.Skip(from).Take(Math.Max(0, to - from));
    }

    private static int Index(string written, int unset, int count) => written.ToLowerInvariant() switch
    {
        "" => unset,
        "last" => Math.Max(0, count - 1),
        _ => int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : count,
    };
}
