using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Filters;

/// <summary>Sections in SQL: the list of them, and the condition of a filter.</summary>
internal static class SqliteSections
{
    // One search of the index for each section instead of a scan of all articles.
    private const string ListSql = """
        WITH RECURSIVE known(section) AS (
          SELECT min(section) FROM articles WHERE section IS NOT NULL
          UNION ALL
          SELECT (SELECT min(section) FROM articles WHERE section > known.section AND section IS NOT NULL) FROM known
            WHERE known.section IS NOT NULL)
        SELECT section FROM known WHERE section IS NOT NULL
        """;

    /// <summary>The keys of all sections with articles, in ordinal order.</summary>
    public static IReadOnlyList<string> List(SqliteSession session)
    {
        List<string> sections = [];
        using var rows = session.Query(ListSql);
        while (rows.Read()) sections.Add(rows.GetString(0));
        return sections;
    }

    /// <summary>The condition of a filter on the column <c>a.section</c>.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="bind">Binds a value and returns its parameter.</param>
    public static string Condition(SectionFilter filter, Func<object, string> bind)
    {
        var any = string.Join(" OR ", filter.Sections.Select(section => ConditionOf(section, bind)));
        return filter.IsExcluded ? $"(a.section IS NULL OR NOT ({any}))" : $"({any})";
    }

    // Every key below a section begins with the section and a slash, and 0 is the character after the slash.
    private static string ConditionOf(string section, Func<object, string> bind)
    {
        if (!section.EndsWith(SectionFilter.Below, StringComparison.Ordinal)) return $"a.section = {bind(section)}";
        var key = section[..^SectionFilter.Below.Length];
        return $"a.section = {bind(key)} OR (a.section > {bind(key + "/")} AND a.section < {bind(key + "0")})";
    }
}
