using System.Text.Json;
using FeedApi.Catalog.Search;
using FeedApi.Catalog.Sqlite.Connections;
using FeedApi.Catalog.Sqlite.Rows;
using FeedApi.Model;
using FeedApi.Queries;

namespace FeedApi.Catalog.Sqlite.Search;

/// <summary>
/// Sorts the hits of a search by relevance. The number of hits ranked is limited, so that any search ends in time.
/// </summary>
internal static class SqliteRelevance
{
    // The newest hits, and in addition the newest whose titles match.
    private const int Newest = 1_000;
    private const int Titles = 200;

    private const string TitlesSql = """
        SELECT a.article, a.title FROM json_each($1) wanted JOIN articles a ON a.article = wanted.value
        ORDER BY a.published DESC, a.id DESC
        """;

    /// <summary>One page. Its position is the number of hits before it.</summary>
    public static (IReadOnlyList<Article> Articles, CursorPosition? Next, CursorPosition? Previous) Read(
        SqliteSession session, ArticleQuery query)
    {
        var ranked = Rank(session, query with { Position = null, Sort = ArticleSort.NewestFirst });
        var at = (int)Math.Clamp(query.Position?.Instant ?? 0, 0, ranked.Count);
        var rows = ranked.Skip(at).Take(query.Limit).ToList();
        return (
            ArticleRows.ReadAll(session, rows, query.Bodies),
            at + query.Limit < ranked.Count ? PositionAt(at + query.Limit) : null,
            at > 0 ? PositionAt(Math.Max(0, at - query.Limit)) : null);
    }

    private static CursorPosition PositionAt(long number) => new(number, "relevance", IsBackward: false);

    private static List<long> Rank(SqliteSession session, ArticleQuery query)
    {
        var search = query.Search!;
        var candidates = SqliteSearch.Rows(session, query, Newest)
            .Union(SqliteSearch.Rows(session, query, Titles, isInTitle: true))
            .ToList();
        List<(long Row, double Score)> scored = [];
        using (var found = session.Query(TitlesSql, JsonSerializer.Serialize(candidates)))
        {
            while (found.Read())
            {
                if (PackedRows.Read(session, found.GetInt64(0), packed => PackedBodies.TextOf(packed)) is { } text)
                    scored.Add((found.GetInt64(0), SearchScore.Of(search, found.GetString(1), text)));
            }
        }

        // A stable sort: of equal scores the newest stays first.
        return [.. scored.OrderByDescending(each => each.Score).Select(each => each.Row)];
    }
}
