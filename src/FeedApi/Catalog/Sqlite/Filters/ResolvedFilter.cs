using System.Text.Json;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Filters;

/// <summary>A filter by terms, with their rows.</summary>
/// <param name="Terms">The rows of the terms; unknown terms have none.</param>
/// <param name="Count">The number of articles with any of them; those with several count several times.</param>
/// <param name="IsExcluded">True: articles with any of them are excluded.</param>
internal sealed record ResolvedFilter(IReadOnlyList<long> Terms, long Count, bool IsExcluded)
{
    private const string TermSql = "SELECT term, count FROM terms WHERE kind = $1 AND key = $2";

    /// <summary>Looks the terms of a filter up.</summary>
    public static ResolvedFilter Of(SqliteSession session, TermFilter filter)
    {
        List<long> terms = [];
        var count = 0L;
        foreach (var slug in filter.Slugs)
        {
            using var rows = session.Query(TermSql, (int)filter.Kind, Slug.KeyOf(slug));
            if (!rows.Read()) continue;
            terms.Add(rows.GetInt64(0));
            count += rows.GetInt64(1);
        }

        return new ResolvedFilter(terms, count, filter.IsExcluded);
    }

    /// <summary>The condition on <c>articles a</c>, looked up for each article.</summary>
    /// <param name="bind">Binds a value and returns its parameter.</param>
    public string Condition(Func<object, string> bind) =>
        $"{(IsExcluded ? "NOT " : "")}EXISTS (SELECT 1 FROM order_terms f WHERE f.term IN (SELECT value FROM "
        + $"json_each({bind(JsonSerializer.Serialize(Terms))})) AND f.published = a.published AND f.id = a.id)";
}
