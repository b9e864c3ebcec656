using System.Text.Json;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Filters;

/// <summary>Filters by front matter in SQL.</summary>
internal static class SqliteFields
{
    /// <summary>
    /// The only filter of a query that an index has the order of: by one text or one number. Null when there is none, or several.
    /// </summary>
    public static (string Field, object Value)? LeaderOf(IReadOnlyList<FieldFilter> filters) => filters is [{ IsExcluded: false } only]
        && only.Values is [var value]
        ? ValueOf(value) is { } found ? (only.Field, found) : null
        : null;

    /// <summary>The condition of a filter on <c>articles a</c>.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="bind">Binds a value and returns its parameter.</param>
    public static string Condition(FieldFilter filter, Func<object, string> bind)
    {
        List<string> any = [];
        var single = filter.Values.Select(ValueOf).OfType<object>().ToArray();
        if (single.Length > 0) any.Add($"f.value IN (SELECT value FROM json_each({bind(JsonSerializer.Serialize(single))}))");
        any.AddRange(filter.Values.Where(value => ValueOf(value) is null).Select(range => ConditionOf(range, bind)));
        return $"{(filter.IsExcluded ? "NOT " : "")}EXISTS (SELECT 1 FROM order_fields f WHERE f.article = a.article "
            + $"AND f.field = {bind(filter.Field)} AND ({string.Join(" OR ", any)}))";
    }

    // A text, or a range of one number.
    private static object? ValueOf(FieldRange value) =>
        value.Text ?? (value.From is { } from && value.From == value.To && !value.IsToExcluded ? (object)from : null);

    private static string ConditionOf(FieldRange range, Func<object, string> bind)
    {
        List<string> both = [];
        if (range.From is { } from) both.Add($"f.value >= {bind(from)}");
        if (range.To is { } to) both.Add($"f.value {(range.IsToExcluded ? "<" : "<=")} {bind(to)}");
        return $"({string.Join(" AND ", both)})";
    }
}
