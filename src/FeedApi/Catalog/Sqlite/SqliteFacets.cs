using System.Globalization;
using System.Text.Json;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Filters;
using FeedApi.Catalog.Sqlite.Search;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite;

/// <summary>
/// Counts the terms and years of the matching articles, of the newest only, so that any query ends in time.
/// </summary>
internal static class SqliteFacets
{
    private const string TermsSql = """
        SELECT t.kind, t.slug, t.name, count(DISTINCT r.article) articles FROM json_each($1) wanted
        JOIN article_terms r ON r.article = wanted.value JOIN terms t ON t.term = r.term GROUP BY r.term ORDER BY articles DESC, t.slug
        """;

    private const string YearsSql = """
        SELECT strftime('%Y', a.published + (60 * a.published_offset), 'unixepoch') year, count(*) FROM json_each($1) wanted
        JOIN articles a ON a.article = wanted.value GROUP BY year ORDER BY year DESC
        """;

    private const string TermsOfKindSql = """
        SELECT t.slug, t.name, count(DISTINCT r.article) articles FROM json_each($1) wanted
        JOIN article_terms r ON r.article = wanted.value AND r.kind = $2 JOIN terms t ON t.term = r.term
        GROUP BY r.term ORDER BY articles DESC, t.slug LIMIT 1000
        """;

    private const string PeriodsSql = """
        SELECT strftime($2, a.published + (60 * a.published_offset), 'unixepoch') period, NULL, count(*) FROM json_each($1) wanted
        JOIN articles a ON a.article = wanted.value GROUP BY period ORDER BY period DESC LIMIT 1000
        """;

    /// <summary>The facets of a query, whatever the page.</summary>
    public static ArticleFacets Read(SqliteSession session, ArticleQuery query)
    {
        var rows = RowsOf(session, query with { Position = null, Sort = ArticleSort.NewestFirst });
        var wanted = JsonSerializer.Serialize(rows);
        var terms = new Dictionary<TermKind, List<TermFacet>>();
        using (var found = session.Query(TermsSql, wanted))
        {
            while (found.Read())
            {
                var kind = (TermKind)found.GetInt32(0);
                if (!terms.TryGetValue(kind, out var list)) terms[kind] = list = [];
                if (list.Count < ArticleFacets.MaxTerms) list.Add(new TermFacet(found.GetString(1), found.GetString(2), found.GetInt64(3)));
            }
        }

        return new ArticleFacets(rows.Count, Of(TermKind.Category), Of(TermKind.Tag), Of(TermKind.Author), YearsOf(session, wanted));

        IReadOnlyList<TermFacet> Of(TermKind kind) => terms.TryGetValue(kind, out var list) ? list : [];
    }

    /// <summary>The number of articles by a grouping, newest or most frequent first; of the newest articles only, as facets are.</summary>
    public static IReadOnlyList<ArticleGroup> Group(SqliteSession session, ArticleQuery query, ArticleGrouping by)
    {
        var rows = RowsOf(session, query with { Position = null, Sort = ArticleSort.NewestFirst, RandomSeed = null });
        var wanted = JsonSerializer.Serialize(rows);
        List<ArticleGroup> groups = [];
        using var found = FormatOf(by) is { } format
            ? session.Query(PeriodsSql, wanted, format)
            : session.Query(TermsOfKindSql, wanted, (int)KindOf(by));
        while (found.Read())
            groups.Add(new ArticleGroup(found.GetString(0), found.IsDBNull(1) ? null : found.GetString(1), found.GetInt64(2)));
        return groups;
    }

    private static string? FormatOf(ArticleGrouping by) => by switch
    {
        ArticleGrouping.Day => "%Y-%m-%d",
        ArticleGrouping.Week => "%G-W%V",
        ArticleGrouping.Month => "%Y-%m",
        _ => null,
    };

    private static TermKind KindOf(ArticleGrouping by) => by switch
    {
        ArticleGrouping.Category => TermKind.Category,
        ArticleGrouping.Tag => TermKind.Tag,
        _ => TermKind.Author,
    };

    private static List<YearFacet> YearsOf(SqliteSession session, string wanted)
    {
        List<YearFacet> years = [];
        using var found = session.Query(YearsSql, wanted);
        while (found.Read()) years.Add(new YearFacet(int.Parse(found.GetString(0), CultureInfo.InvariantCulture), found.GetInt64(1)));
        return years;
    }

    private static IReadOnlyList<long> RowsOf(SqliteSession session, ArticleQuery query)
    {
        if (query.Search is not null) return SqliteSearch.Rows(session, query, ArticleFacets.MaxArticles);
        var (sql, values) = ArticleSelect.Rows(session, query, ArticleFacets.MaxArticles);
        List<long> rows = [];
        using var found = session.Query(sql, values);
        while (found.Read()) rows.Add(found.GetInt64(0));
        return rows;
    }
}
